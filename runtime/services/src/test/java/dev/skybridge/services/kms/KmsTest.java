package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KmsTest {
  private static final Scope SCOPE = scope("111122223333");
  private static final Policy ALL =
      Policy.parse(
          "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
  private static final String KEY_ID = "1b3d5f70-0000-4000-8000-000000000001";
  private static final byte[] TEA = "tea".getBytes(UTF_8);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T03:00:00Z"));
  @TempDir private Path folder;

  @Test
  void whatIsEncryptedIsDecryptedInTheSameContextOnly() {
    Kms kms = kms();
    kms.put(key(Optional.empty()));
    byte[] sealed = kms.encrypt(use(SCOPE, Map.of("a", "1")), KEY_ID, TEA);

    assertThat(kms.decrypt(use(SCOPE, Map.of("a", "1")), sealed)).isEqualTo(TEA);
    assertCode(
        () -> kms.decrypt(use(SCOPE, Map.of("a", "2")), sealed), "InvalidCiphertextException");
    sealed[sealed.length - 1] ^= 1;
    assertCode(
        () -> kms.decrypt(use(SCOPE, Map.of("a", "1")), sealed), "InvalidCiphertextException");
    assertCode(() -> kms.decrypt(use(SCOPE, Map.of()), new byte[2]), "InvalidCiphertextException");
  }

  @Test
  void keysSurviveARestartInPrivateFiles() throws IOException {
    Kms kms = kms();
    kms.put(key(Optional.empty()));
    DataKey data = kms.generateDataKey(use(SCOPE, Map.of()), KEY_ID);

    Kms again = kms();
    again.put(key(Optional.empty()));
    assertThat(again.decrypt(use(SCOPE, Map.of()), data.ciphertext())).isEqualTo(data.plaintext());

    Path place = folder.resolve("111122223333/eu-central-1");
    Path file = place.resolve(KEY_ID + "@1795402800.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
        .isEqualTo("rwx------");
    assertThat(file).hasSize(32);
  }

  @Test
  void aliasesAndArnsLeadToTheKey() {
    Kms kms = kms();
    Key key = key(Optional.empty());
    kms.put(key);
    kms.put(new Alias(SCOPE, "alias/orders", KEY_ID));

    assertThat(kms.key(SCOPE, "alias/orders")).isEqualTo(key);
    assertThat(kms.key(scope("444455556666"), key.arn())).isEqualTo(key);
    assertThat(kms.key(scope("444455556666"), "arn:aws:kms:eu-central-1:111122223333:alias/orders"))
        .isEqualTo(key);
    assertThatThrownBy(() -> kms.key(SCOPE, "alias/other"))
        .hasMessage("Alias arn:aws:kms:eu-central-1:111122223333:alias/other is not found.");
    assertThatThrownBy(() -> kms.key(scope("444455556666"), KEY_ID))
        .hasMessage(
            "Key 'arn:aws:kms:eu-central-1:444455556666:key/" + KEY_ID + "' does not exist");
  }

  @Test
  void theKeysPolicyMustAllow() {
    Kms kms = kms();
    kms.put(key(Optional.of("arn:aws:iam::111122223333:role/other")));
    assertThatThrownBy(() -> kms.encrypt(use(SCOPE, Map.of()), KEY_ID, TEA))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("AccessDeniedException"))
        .hasMessageStartingWith(
            "User: arn:aws:sts::111122223333:assumed-role/r/s is not authorized to perform:"
                + " kms:Encrypt on resource: arn:aws:kms:eu-central-1:111122223333:key/"
                + KEY_ID
                + " because no resource-based policy allows the kms:Encrypt action [arn:aws:kms");
  }

  @Test
  void aManagedKeyServesItsServiceInItsAccountOnly() {
    Kms kms = kms();
    Context via =
        Context.builder()
            .put("kms:ViaService", "secretsmanager.eu-central-1.amazonaws.com")
            .build();
    Use through = new Use(caller("111122223333"), SCOPE, via, Map.of());
    DataKey data = kms.generateDataKey(through, "alias/aws/secretsmanager");

    assertThat(kms.decrypt(through, data.ciphertext())).isEqualTo(data.plaintext());
    assertCode(() -> kms.decrypt(use(SCOPE, Map.of()), data.ciphertext()), "AccessDeniedException");
    assertCode(
        () -> kms.decrypt(new Use(caller("444455556666"), SCOPE, via, Map.of()), data.ciphertext()),
        "AccessDeniedException");
  }

  @Test
  void aDeletedKeyWaitsForItsWindowAndIsGone() {
    Kms kms = kms();
    Key key = key(Optional.empty());
    kms.put(key);
    kms.remove(SCOPE, KEY_ID, Duration.ofDays(7));

    assertThatThrownBy(() -> kms.key(SCOPE, KEY_ID))
        .hasMessage(key.arn() + " is pending deletion.");
    now.set(now.get().plus(Duration.ofDays(7)));
    assertThatThrownBy(() -> kms.key(SCOPE, KEY_ID))
        .hasMessage("Key '" + key.arn() + "' does not exist");
    assertThat(folder.resolve("111122223333/eu-central-1")).isEmptyDirectory();
  }

  @Test
  void aRotatedKeyStillOpensWhatItSealedBefore() {
    Kms kms = kms();
    kms.put(key(Optional.empty()));
    byte[] before = kms.encrypt(use(SCOPE, Map.of()), KEY_ID, TEA);
    now.set(now.get().plus(Duration.ofDays(90)));
    byte[] after = kms.encrypt(use(SCOPE, Map.of()), KEY_ID, TEA);

    assertThat(kms.decrypt(use(SCOPE, Map.of()), before)).isEqualTo(TEA);
    assertThat(kms.decrypt(use(SCOPE, Map.of()), after)).isEqualTo(TEA);
    assertThat(folder.resolve("111122223333/eu-central-1").toFile().list())
        .containsExactlyInAnyOrder(KEY_ID + "@1795402800.key", KEY_ID + "@1803178800.key");
  }

  @Test
  void aDisabledKeyIsRefused() {
    Kms kms = kms();
    Key key = key(Optional.empty());
    kms.put(new Key(SCOPE, KEY_ID, key.policy(), false, Optional.empty(), Optional.empty()));
    assertThatThrownBy(() -> kms.encrypt(use(SCOPE, Map.of()), KEY_ID, TEA))
        .hasMessage(key.arn() + " is disabled.");
  }

  @Test
  void aPolicyThatLocksItsAuthorOutIsRefused() {
    KmsChecks checks = new KmsChecks(kms(), principal -> policies());
    checks.notLockedOut(caller("111122223333"), "arn:k", key(Optional.empty()).policy());
    checks.notLockedOut(
        caller("111122223333"), "arn:k", KmsChecks.policy(KmsChecks.defaultPolicy(SCOPE)));
    assertThatThrownBy(() ->
            checks.notLockedOut(
                caller("111122223333"),
                "arn:k",
                key(Optional.of("arn:aws:iam::111122223333:role/other")).policy()))
        .isInstanceOfSatisfying(
            AwsException.class,
            e -> {
              assertThat(e.code()).isEqualTo("MalformedPolicyDocumentException");
              assertThat(e.awsMessage())
                  .isEqualTo(
                      "The new key policy will not allow you to update the key policy in the"
                          + " future.");
              assertThat(e.operatorMessage()).contains("or to \"AWS\": \"111122223333\"");
            });
  }

  @Test
  void aliasesAreTakenOnce() {
    Kms kms = kms();
    KmsChecks checks = new KmsChecks(kms, principal -> policies());
    kms.put(new Alias(SCOPE, "alias/orders", KEY_ID));
    assertCode(() -> checks.aliasFree(SCOPE, "alias/orders"), "AlreadyExistsException");
    assertCode(() -> checks.aliasFree(SCOPE, "alias/aws/orders"), "NotAuthorizedException");
    kms.removeAlias(SCOPE, "alias/orders");
    checks.aliasFree(SCOPE, "alias/orders");
  }

  private Kms kms() {
    return new Kms(folder, principal -> policies(), now::get);
  }

  private static PrincipalPolicies policies() {
    return PrincipalPolicies.of(List.of(new AttachedPolicy("role", "all", ALL)));
  }

  private static Key key(Optional<String> principal) {
    Policy policy =
        KmsChecks.policy(
            KmsChecks.defaultPolicy(SCOPE)
                .replace(
                    "arn:aws:iam::111122223333:root",
                    principal.orElse("arn:aws:iam::111122223333:root")));
    return new Key(SCOPE, KEY_ID, policy, true, Optional.of(Duration.ofDays(90)), Optional.empty());
  }

  private static Scope scope(String account) {
    return new Scope(new AccountId(account), new Region("eu-central-1"));
  }

  private static Principal.Identity caller(String account) {
    return Principal.Identity.session(
        "arn:aws:sts::" + account + ":assumed-role/r/s",
        "arn:aws:iam::" + account + ":role/r",
        new AccountId(account));
  }

  private static Use use(Scope scope, Map<String, String> context) {
    return new Use(caller(scope.account().value()), scope, Context.empty(), context);
  }

  private static void assertCode(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(AwsException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
