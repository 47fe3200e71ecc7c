package dev.skybridge.services.acm;

import dev.skybridge.services.api.Output;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a certificate says its key is for, in ACM's words. */
final class KeyUsages {
  /** By the bit's number (RFC 5280, 4.2.1.3). */
  private static final List<String> BITS =
      List.of(
          "DIGITAL_SIGNATURE",
          "NON_REPUDIATION",
          "KEY_ENCIPHERMENT",
          "DATA_ENCIPHERMENT",
          "KEY_AGREEMENT",
          "CERTIFICATE_SIGNING",
          "CRL_SIGNING",
          "ENCIPHER_ONLY",
          "DECIPHER_ONLY");

  /** RFC 5280, 4.2.1.12. */
  private static final Map<String, String> EXTENDED =
      Map.of(
          "1.3.6.1.5.5.7.3.1", "TLS_WEB_SERVER_AUTHENTICATION",
          "1.3.6.1.5.5.7.3.2", "TLS_WEB_CLIENT_AUTHENTICATION",
          "1.3.6.1.5.5.7.3.3", "CODE_SIGNING",
          "1.3.6.1.5.5.7.3.4", "EMAIL_PROTECTION",
          "1.3.6.1.5.5.7.3.8", "TIME_STAMPING",
          "1.3.6.1.5.5.7.3.9", "OCSP_SIGNING");

  private KeyUsages() {}

  static List<String> of(X509Certificate certificate) {
    boolean[] bits = certificate.getKeyUsage();
    List<String> usages = new ArrayList<>();
    for (int i = 0; bits != null && i < bits.length && i < BITS.size(); i++) {
      if (bits[i]) {
        usages.add(BITS.get(i));
      }
    }
    return usages;
  }

  static List<String> extended(X509Certificate certificate) {
    return oids(certificate).stream().map(KeyUsages::name).toList();
  }

  static List<Output.Structure> written(X509Certificate certificate) {
    return of(certificate).stream()
        .map(name -> Output.Structure.builder().put("Name", name).build())
        .toList();
  }

  static List<Output.Structure> writtenExtended(X509Certificate certificate) {
    return oids(certificate).stream()
        .map(oid -> Output.Structure.builder().put("Name", name(oid)).put("OID", oid).build())
        .toList();
  }

  private static String name(String oid) {
    return EXTENDED.getOrDefault(oid, "CUSTOM");
  }

  private static List<String> oids(X509Certificate certificate) {
    try {
      List<String> oids = certificate.getExtendedKeyUsage();
      return oids == null ? List.of() : oids;
    } catch (CertificateParsingException e) {
      throw new IllegalStateException("a certificate of ours cannot be read", e);
    }
  }
}
