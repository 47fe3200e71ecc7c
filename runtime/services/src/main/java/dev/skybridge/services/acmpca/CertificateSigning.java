package dev.skybridge.services.acmpca;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/**
 * Makes X.509 certificates (RFC 5280) and signs them with an EC P-256 key. The few structures are
 * encoded here: a library for them costs a start more than all else that it does.
 */
final class CertificateSigning {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** ecdsa-with-SHA256 (RFC 5758 section 3.2). */
  private static final byte[] ALGORITHM = Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));

  private static final byte[] VERSION_3 = Der.tagged(0, Der.integer(BigInteger.TWO));

  private static final String SUBJECT_KEY_IDENTIFIER = "2.5.29.14";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SERVER_AUTHENTICATION = "1.3.6.1.5.5.7.3.1";
  private static final String CLIENT_AUTHENTICATION = "1.3.6.1.5.5.7.3.2";

  /** digitalSignature, keyCertSign and cRLSign: bits 0, 5 and 6 of seven. */
  private static final byte[] USAGE_OF_AUTHORITY = Der.bits(1, (byte) 0b1000_0110);

  /** digitalSignature and keyEncipherment: bits 0 and 2 of three. */
  private static final byte[] USAGE_OF_END_ENTITY = Der.bits(5, (byte) 0b1010_0000);

  private static final int DNS_NAME = 2;

  private CertificateSigning() {}

  /** A certificate authority's own certificate, signed with its own key. */
  static X509Certificate selfSigned(X500Principal name, KeyPair keys, Instant from, Instant until)
      throws GeneralSecurityException {
    byte[] extensions =
        Der.sequence(
            critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes())),
            critical(KEY_USAGE, USAGE_OF_AUTHORITY),
            extension(SUBJECT_KEY_IDENTIFIER, Der.octets(identifier(keys.getPublic()))));
    return signed(
        content(name, name, keys.getPublic(), from, until, extensions), keys.getPrivate());
  }

  /** An end-entity certificate for a TLS server and client, as ACM requests them. */
  static X509Certificate endEntity(
      X509Certificate issuer,
      PrivateKey issuerKey,
      IssueRequest request,
      Instant from,
      Instant until)
      throws GeneralSecurityException {
    byte[] extensions =
        Der.sequence(
            extension(SUBJECT_ALTERNATIVE_NAME, dnsNames(request.dnsNames())),
            extension(BASIC_CONSTRAINTS, Der.sequence()),
            extension(
                AUTHORITY_KEY_IDENTIFIER,
                Der.sequence(Der.taggedBytes(0, identifier(issuer.getPublicKey())))),
            extension(SUBJECT_KEY_IDENTIFIER, Der.octets(identifier(request.publicKey()))),
            critical(KEY_USAGE, USAGE_OF_END_ENTITY),
            extension(
                EXTENDED_KEY_USAGE,
                Der.sequence(
                    Der.objectIdentifier(SERVER_AUTHENTICATION),
                    Der.objectIdentifier(CLIENT_AUTHENTICATION))));
    X500Principal subject = new X500Principal("CN=" + request.commonName());
    return signed(
        content(
            issuer.getSubjectX500Principal(),
            subject,
            request.publicKey(),
            from,
            until,
            extensions),
        issuerKey);
  }

  /** TBSCertificate. */
  private static byte[] content(
      X500Principal issuer,
      X500Principal subject,
      PublicKey key,
      Instant from,
      Instant until,
      byte[] extensions) {
    return Der.sequence(
        VERSION_3,
        Der.integer(serial()),
        ALGORITHM,
        issuer.getEncoded(),
        Der.sequence(Der.time(from), Der.time(until)),
        subject.getEncoded(),
        key.getEncoded(),
        Der.tagged(3, extensions));
  }

  private static X509Certificate signed(byte[] content, PrivateKey key)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key, RANDOM);
    signature.update(content);
    byte[] certificate = Der.sequence(content, ALGORITHM, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(certificate));
  }

  private static byte[] dnsNames(List<String> names) {
    return Der.sequence(
        names.stream()
            .map(name -> Der.taggedBytes(DNS_NAME, name.getBytes(US_ASCII)))
            .toArray(byte[][]::new));
  }

  private static byte[] extension(String id, byte[] value) {
    return Der.sequence(Der.objectIdentifier(id), Der.octets(value));
  }

  private static byte[] critical(String id, byte[] value) {
    return Der.sequence(Der.objectIdentifier(id), Der.yes(), Der.octets(value));
  }

  /** The SHA-1 hash of the key's bits: method (1) of RFC 5280 section 4.2.1.2; a name, no proof. */
  private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-1").digest(Der.trailingBits(key.getEncoded()));
  }

  /** 127 random bits: positive and never zero, as RFC 5280 section 4.1.2.2 asks. */
  private static BigInteger serial() {
    return new BigInteger(127, RANDOM).add(BigInteger.ONE);
  }
}
