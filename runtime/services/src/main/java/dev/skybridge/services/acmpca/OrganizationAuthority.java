package dev.skybridge.services.acmpca;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.PemFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/**
 * The organization's certificate authority, which every account may ask for certificates. One key
 * (EC P-256) and one self-signed root certificate serve all Regions; both are made once and kept in
 * the data folder.
 *
 * <p>Thread-safe; the lock guards the making of the key.
 */
public final class OrganizationAuthority {
  /** The account that owns the authority. */
  public static final AccountId ACCOUNT = new AccountId("999988887777");

  private static final String RESOURCE =
      "certificate-authority/5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11";
  private static final X500Principal NAME =
      new X500Principal("CN=Organization Root CA, O=Organization");
  private static final Duration ROOT_VALIDITY = Duration.ofDays(3650);

  /** AWS sets notBefore to 60 minutes before the time of issuance (API IssueCertificate). */
  private static final Duration BACKDATED = Duration.ofMinutes(60);

  private final Path keyFile;
  private final Path rootFile;
  private final Clock clock;
  private @Nullable Held held;

  private record Held(PrivateKey key, X509Certificate root) {}

  /**
   * @param folder where key and root certificate are kept
   */
  public OrganizationAuthority(Path folder, Clock clock) {
    this.keyFile = folder.resolve("key.pem");
    this.rootFile = folder.resolve("root.pem");
    this.clock = clock;
  }

  /** The authority's ARN as it is asked for in {@code region}. */
  public static Arn arn(Region region) {
    return new Scope(ACCOUNT, region).arn("acm-pca", RESOURCE);
  }

  /** The self-signed root certificate: what a member of the organization trusts. */
  public X509Certificate root() {
    return held().root();
  }

  /** The root certificate's file (PEM); made if it is missing. */
  public Path rootFile() {
    held();
    return rootFile;
  }

  /**
   * Issues a certificate.
   *
   * @param authority the ARN that the caller asks
   * @return the certificate and then the root's
   * @throws AwsException ResourceNotFoundException if {@code authority} is not this one's ARN
   */
  public List<X509Certificate> issue(Arn authority, IssueRequest request) {
    if (!isHere(authority)) {
      throw new AwsException(
          "ResourceNotFoundException",
          400,
          "Could not find certificate authority " + authority + ".");
    }
    Held own = held();
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant until = now.plus(request.validity());
    if (until.isAfter(own.root().getNotAfter().toInstant())) {
      throw new AwsException(
          "ValidationException",
          400,
          "The certificate validity specified exceeds the certificate authority validity.");
    }
    try {
      return List.of(
          CertificateSigning.endEntity(own.root(), own.key(), request, now.minus(BACKDATED), until),
          own.root());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a certificate", e);
    }
  }

  /** Whether {@code authority} names this authority, in any Region. */
  public static boolean isHere(Arn authority) {
    return authority.service().equals("acm-pca")
        && authority.account().equals(ACCOUNT.value())
        && authority.resource().equals(RESOURCE);
  }

  private synchronized Held held() {
    if (held == null) {
      held = Files.exists(keyFile) && Files.exists(rootFile) ? load() : make();
    }
    return held;
  }

  private Held load() {
    try {
      List<X509Certificate> root = PemFiles.certificates(Files.readString(rootFile));
      return new Held(PemFiles.privateKey(Files.readString(keyFile)), root.getFirst());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "cannot read " + keyFile + " and " + rootFile + "; remove both to have them made anew",
          e);
    }
  }

  private Held make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair keys = generator.generateKeyPair();
      Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
      X509Certificate root =
          CertificateSigning.selfSigned(NAME, keys, now.minus(BACKDATED), now.plus(ROOT_VALIDITY));
      PemFiles.write(keyFile, PemFiles.pem(keys.getPrivate()));
      PemFiles.write(rootFile, PemFiles.pem(List.of(root)));
      return new Held(keys.getPrivate(), root);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make an EC P-256 key", e);
    }
  }
}
