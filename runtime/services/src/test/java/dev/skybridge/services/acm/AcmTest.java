package dev.skybridge.services.acm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcmTest {
  private static final Region FRANKFURT = new Region("eu-central-1");
  private static final Scope CONSUMER = new Scope(new AccountId("111122223333"), FRANKFURT);
  private static final Arn AUTHORITY = OrganizationAuthority.arn(FRANKFURT);
  private static final Arn ARN =
      CONSUMER.arn("acm", "certificate/7d4f3c52-9d0c-4b8e-8f3a-0c3f5f3f9a11");
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aCertificateCarriesItsNamesAndTheRoot() {
    Acm acm = acm(NOW);
    acm.put(certificate("shop.example", "*.shop.example"));

    TlsIdentity material = acm.identity(ARN).orElseThrow();

    assertThat(material.chain().getFirst().getSubjectX500Principal().getName())
        .isEqualTo("CN=shop.example");
    assertThat(material.chain()).hasSize(2);
    assertThat(material.chain().getFirst().getPublicKey().getAlgorithm()).isEqualTo("EC");
  }

  @Test
  void aRestartKeepsTheKey() {
    Acm before = acm(NOW);
    before.put(certificate("shop.example"));
    TlsIdentity first = before.identity(ARN).orElseThrow();

    Acm after = acm(NOW.plus(Duration.ofDays(300)));
    after.put(certificate("shop.example"));
    after.reconcile();

    assertThat(after.identity(ARN)).contains(first);
  }

  @Test
  void aCertificateIsRenewedSixtyDaysBeforeItsEnd() {
    Acm before = acm(NOW);
    before.put(certificate("shop.example"));
    X509Certificate first = before.identity(ARN).orElseThrow().chain().getFirst();

    Acm after = acm(NOW.plus(Duration.ofDays(336)));
    after.put(certificate("shop.example"));

    assertThat(after.identity(ARN).orElseThrow().chain().getFirst().getNotAfter())
        .isAfter(first.getNotAfter());
  }

  @Test
  void otherNamesNeedAnotherCertificate() {
    Acm acm = acm(NOW);
    acm.put(certificate("shop.example"));
    acm.reconcile();
    acm.put(certificate("store.example"));

    assertThat(
            acm.identity(ARN).orElseThrow().chain().getFirst().getSubjectX500Principal().getName())
        .isEqualTo("CN=store.example");
  }

  @Test
  void keysAreReadByTheirOwnerOnlyAndLeaveWithTheCertificate() throws IOException {
    Acm acm = acm(NOW);
    acm.put(certificate("shop.example"));
    acm.reconcile();

    assertThat(keyFiles())
        .singleElement()
        .satisfies(file ->
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
    acm.remove(ARN);
    assertThat(keyFiles()).isEmpty();
    assertThat(acm.identity(ARN)).isEmpty();
  }

  @Test
  void whoIsInterruptedMakesNoMoreKeys() {
    Acm acm = acm(NOW);
    acm.put(certificate("shop.example"));

    Thread.currentThread().interrupt();
    acm.reconcile();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(folder.resolve("acm")).doesNotExist();
  }

  @Test
  void aServiceHasACertificateOfItsOwnThatStays() {
    TlsIdentity first =
        acm(NOW).ofService(FRANKFURT, List.of("*.execute-api.eu-central-1.amazonaws.com"));

    assertThat(first.chain().getFirst().getSubjectX500Principal().getName())
        .isEqualTo("CN=*.execute-api.eu-central-1.amazonaws.com");
    assertThat(acm(NOW).ofService(FRANKFURT, List.of("*.execute-api.eu-central-1.amazonaws.com")))
        .isEqualTo(first);
  }

  @Test
  void anUnknownAuthorityIsRefusedAsAwsDoes() {
    Arn unknown = Arn.parse("arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/x");

    assertThatThrownBy(() -> acm(NOW).checkAuthority(unknown))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("InvalidArnException"))
        .hasMessage(
            "The requested Amazon Resource Name (ARN) does not refer to an existing resource: "
                + unknown);
  }

  @Test
  void algorithmsHaveTheNamesOfTheApi() {
    assertThat(KeyAlgorithm.of("EC_prime256v1")).isEqualTo(KeyAlgorithm.EC_PRIME256V1);
    assertThat(KeyAlgorithm.RSA_2048.made(KeyAlgorithm.RSA_2048.generate().getPublic())).isTrue();
    assertThatThrownBy(() -> KeyAlgorithm.of("DSA"))
        .hasMessage("key_algorithm: DSA (expected: one ACM issues)");
  }

  private List<Path> keyFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("acm"))) {
      return files.filter(file -> file.endsWith("key.pem")).toList();
    }
  }

  private static Certificate certificate(String... names) {
    return new Certificate(CONSUMER, ARN, List.of(names), KeyAlgorithm.EC_PRIME256V1, AUTHORITY);
  }

  private Acm acm(Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    OrganizationAuthority organization = new OrganizationAuthority(folder.resolve("ca"), clock);
    return new Acm(folder.resolve("acm"), new TestingAuthority(organization), clock);
  }
}
