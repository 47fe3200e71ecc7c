package dev.skybridge.services.acmpca;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganizationAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final Region FRANKFURT = new Region("eu-central-1");

  @TempDir Path folder;

  @Test
  void anIssuedCertificateValidatesAgainstTheRoot() throws Exception {
    OrganizationAuthority authority = authority();

    List<X509Certificate> chain =
        authority.issue(OrganizationAuthority.arn(FRANKFURT), request(Duration.ofDays(395)));

    PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority.root(), null)));
    parameters.setRevocationEnabled(false);
    parameters.setDate(Date.from(NOW));
    assertThat(
            CertPathValidator.getInstance("PKIX")
                .validate(
                    CertificateFactory.getInstance("X.509")
                        .generateCertPath(List.of(chain.getFirst())),
                    parameters))
        .isNotNull();
    assertThat(chain.getLast()).isEqualTo(authority.root());
    assertThat(chain.getFirst().getSubjectAlternativeNames())
        .containsExactlyInAnyOrder(List.of(2, "example.com"), List.of(2, "*.example.com"));
    assertThat(chain.getFirst().getNotBefore()).isEqualTo(Date.from(NOW.minusSeconds(3600)));
  }

  @Test
  void theCertificatesSayWhatTheyAreFor() throws Exception {
    OrganizationAuthority authority = authority();

    X509Certificate issued =
        authority
            .issue(OrganizationAuthority.arn(FRANKFURT), request(Duration.ofDays(395)))
            .getFirst();

    X509Certificate root = authority.root();
    assertThat(root.getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
    assertThat(root.getKeyUsage())
        .containsExactly(true, false, false, false, false, true, true, false, false);
    assertThat(root.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    assertThat(issued.getBasicConstraints()).isEqualTo(-1);
    assertThat(issued.getKeyUsage())
        .containsExactly(true, false, true, false, false, false, false, false, false);
    assertThat(issued.getExtendedKeyUsage())
        .containsExactly("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2");
    assertThat(issued.getCriticalExtensionOIDs()).containsExactly("2.5.29.15");
    assertThat(issued.getSerialNumber()).isPositive();
  }

  /** As another library reads and computes them. */
  @Test
  void theKeyIdentifiersAreThoseOfTheKeys() throws Exception {
    OrganizationAuthority authority = authority();
    IssueRequest request = request(Duration.ofDays(395));

    X509Certificate issued =
        authority.issue(OrganizationAuthority.arn(FRANKFURT), request).getFirst();

    JcaX509ExtensionUtils expected = new JcaX509ExtensionUtils();
    assertThat(issued.getExtensionValue("2.5.29.14"))
        .isEqualTo(
            new DEROctetString(expected.createSubjectKeyIdentifier(request.publicKey()))
                .getEncoded());
    assertThat(issued.getExtensionValue("2.5.29.35"))
        .isEqualTo(
            new DEROctetString(
                    expected.createAuthorityKeyIdentifier(authority.root().getPublicKey()))
                .getEncoded());
  }

  @Test
  void theKeyIsMadeOnceAndReadByItsOwnerOnly() throws Exception {
    X509Certificate first = authority().root();

    assertThat(authority().root()).isEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("ca/key.pem"))))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("ca"))))
        .isEqualTo("rwx------");
  }

  @Test
  void itHasTheSameNameInEveryRegion() {
    assertThat(OrganizationAuthority.arn(FRANKFURT))
        .hasToString(
            "arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/"
                + "5b1d7f0e-3c7a-4b43-9d51-2f6f5a0c9e11");
    assertThat(OrganizationAuthority.isHere(OrganizationAuthority.arn(new Region("us-east-1"))))
        .isTrue();
  }

  @Test
  void anotherAuthorityIsUnknown() {
    Arn other = Arn.parse("arn:aws:acm-pca:eu-central-1:999988887777:certificate-authority/other");

    assertThatThrownBy(() -> authority().issue(other, request(Duration.ofDays(1))))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("ResourceNotFoundException"))
        .hasMessage("Could not find certificate authority " + other + ".");
  }

  @Test
  void noCertificateOutlivesTheAuthority() {
    assertThatThrownBy(() ->
            authority().issue(OrganizationAuthority.arn(FRANKFURT), request(Duration.ofDays(4000))))
        .isInstanceOf(AwsException.class)
        .hasMessage(
            "The certificate validity specified exceeds the certificate authority validity.");
  }

  @Test
  void aBrokenKeyFileIsNamed() throws Exception {
    authority().root();
    Files.writeString(folder.resolve("ca/key.pem"), "-----BEGIN PRIVATE KEY-----\nAAAA");

    assertThatThrownBy(() -> authority().root())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("key.pem")
        .hasMessageContaining("remove both");
  }

  private OrganizationAuthority authority() {
    return new OrganizationAuthority(folder.resolve("ca"), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static IssueRequest request(Duration validity) {
    try {
      return new IssueRequest(
          "example.com",
          List.of("example.com", "*.example.com"),
          KeyPairGenerator.getInstance("EC").generateKeyPair().getPublic(),
          validity);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
