package dev.skybridge.services.secretsmanager;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.KmsChecks;
import dev.skybridge.services.kms.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets under a real KMS: what identity, secret and key policy say together. */
class SecretsManagerTest {
  private static final Scope CONSUMER = scope("111122223333");
  private static final Scope FOOD = scope("777788889999");
  private static final String ARN =
      "arn:aws:secretsmanager:eu-central-1:111122223333:secret:cross-account-microservices-AbCdEf";
  private static final String PARTIAL = ARN.substring(0, ARN.length() - 7);
  private static final String KEY_ID = "1b3d5f70-0000-4000-8000-000000000001";
  private static final String KEY_ARN = "arn:aws:kms:eu-central-1:111122223333:key/" + KEY_ID;
  private static final String SHARE =
      """
      {"Version": "2012-10-17", "Statement": [{"Sid": "Share", "Effect": "Allow",
       "Action": "secretsmanager:GetSecretValue", "Resource": "*",
       "Principal": {"AWS": "arn:aws:iam::777788889999:root"}}]}
      """;
  private static final String CURRENT = "AWSCURRENT";
  private static final Policy ALL =
      Policy.parse(
          "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-23T03:00:00Z"));
  @TempDir private Path folder;

  @Test
  void anotherAccountReadsWhatAllThreePoliciesShare() {
    SecretsManager secrets = shared(keyPolicy("777788889999"));
    SecretValue value = read(secrets, FOOD, PARTIAL);
    assertThat(value.value()).isEqualTo("vpce-1");
    assertThat(value.arn()).isEqualTo(ARN);
    assertThat(value.versionId()).isEqualTo("v-1");
    assertThat(value.toString()).doesNotContain("vpce-1");
  }

  @Test
  void anAccountThatTheSecretDoesNotNameIsRefusedBySecret() {
    SecretsManager secrets = shared(keyPolicy("444455556666"));
    assertRefused(
        () -> read(secrets, scope("444455556666"), ARN),
        "AccessDeniedException",
        "User: arn:aws:sts::444455556666:assumed-role/r/s is not authorized to perform:"
            + " secretsmanager:GetSecretValue on resource: "
            + ARN
            + " because no resource-based policy allows the secretsmanager:GetSecretValue action ["
            + ARN
            + ": no statement allows secretsmanager:GetSecretValue on "
            + ARN
            + " to arn:aws:sts::444455556666:assumed-role/r/s; nearest is statement 1 (Sid Share):"
            + " Principal is arn:aws:sts::444455556666:assumed-role/r/s"
            + " (expected: arn:aws:iam::777788889999:root) (line 1, column 41 of the policy);"
            + " suggestion: let Principal of statement 1 (Sid Share) of "
            + ARN
            + " take arn:aws:sts::444455556666:assumed-role/r/s too]");
  }

  @Test
  void anAccountThatTheKeyDoesNotNameIsRefusedByTheKey() {
    SecretsManager secrets = shared(keyPolicy("444455556666"));
    assertThatThrownBy(() -> read(secrets, FOOD, ARN))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("AccessDeniedException"))
        .hasMessageStartingWith(
            "Access to KMS is not allowed (KMS: User:"
                + " arn:aws:sts::777788889999:assumed-role/r/s is not authorized to perform:"
                + " kms:Decrypt on ")
        .hasMessageContaining(
            "nearest is statement 2 (Sid Share): kms:CallerAccount is 777788889999"
                + " (expected: StringEquals 444455556666)");
  }

  @Test
  void aPolicyMayAskForTimeAndStage() {
    SecretsManager secrets = shared(keyPolicy("777788889999"));
    String limited =
        SHARE.replace(
            "\"Effect\"",
            "\"Condition\": {\"DateLessThan\": {\"aws:CurrentTime\": \"2026-11-24\"},"
                + " \"StringEquals\": {\"secretsmanager:VersionStage\": \"AWSCURRENT\"}}, \"Effect\"");
    secrets.put(new Secret.Attached(ARN, limited, SecretPolicies.parse(limited)));
    assertThat(read(secrets, FOOD, ARN).value()).isEqualTo("vpce-1");

    now.set(Instant.parse("2026-11-24T00:00:00Z"));
    assertThatThrownBy(() -> read(secrets, FOOD, ARN))
        .hasMessageContaining(
            "aws:CurrentTime is 2026-11-24T00:00:00Z (expected: DateLessThan 2026-11-24)");
  }

  @Test
  void theDefaultKeyServesItsOwnAccountOnly() {
    SecretsManager secrets = secrets(keyPolicy("777788889999"));
    secrets.put(
        new Secret(CONSUMER, ARN, "cross-account-microservices", Optional.empty(), "", Map.of()));
    secrets.put(new Secret.Attached(ARN, SHARE, SecretPolicies.parse(SHARE)));
    secrets.put(version("v-1", "vpce-1"));

    assertThat(read(secrets, CONSUMER, "cross-account-microservices").value()).isEqualTo("vpce-1");
    assertRefused(
        () -> read(secrets, FOOD, ARN),
        "InvalidRequestException",
        "You can't access a secret from a different AWS account if you encrypt the secret with the"
            + " default KMS service key.");
  }

  @Test
  void aSecretOfNobodyIsNotFoundAtHomeAndRefusedAbroad() {
    SecretsManager secrets = secrets(keyPolicy("777788889999"));
    assertRefused(
        () -> read(secrets, CONSUMER, "other"),
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret.");
    assertThatThrownBy(() -> read(secrets, FOOD, ARN))
        .isInstanceOfSatisfying(
            AwsException.class, e -> assertThat(e.code()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void valuesLieSealedInFilesAndSurviveARestart() throws IOException {
    shared(keyPolicy("777788889999"));
    SecretsManager again = secrets(keyPolicy("777788889999"));
    again.put(
        new Secret(
            CONSUMER, ARN, "cross-account-microservices", Optional.of(KEY_ARN), "", Map.of()));
    assertThat(read(again, CONSUMER, ARN).value()).isEqualTo("vpce-1");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, ISO_8859_1)).doesNotContain("vpce-1");
      }
    }
  }

  @Test
  void aVersionWaitsForItsSecret() {
    SecretsManager secrets = secrets(keyPolicy("777788889999"));
    secrets.put(version("v-1", "vpce-1"));
    secrets.reconcile();
    secrets.put(
        new Secret(
            CONSUMER, ARN, "cross-account-microservices", Optional.of(KEY_ARN), "", Map.of()));
    secrets.reconcile();
    assertThat(read(secrets, CONSUMER, ARN).value()).isEqualTo("vpce-1");
  }

  @Test
  void theNewestVersionIsCurrentAndTheOneBeforePrevious() {
    SecretsManager secrets = shared(keyPolicy("777788889999"));
    secrets.put(version("v-2", "vpce-2"));
    secrets.put(version("v-3", "vpce-3"));
    secrets.put(version("v-1", "again"));

    assertThat(read(secrets, CONSUMER, ARN).value()).isEqualTo("vpce-3");
    assertThat(
            secrets
                .value(caller(CONSUMER), CONSUMER, ARN, Optional.empty(), "AWSPREVIOUS")
                .versionId())
        .isEqualTo("v-2");
    assertThat(secrets.value(caller(CONSUMER), CONSUMER, ARN, Optional.of("v-1"), CURRENT).value())
        .isEqualTo("vpce-1");
    assertThat(secrets.stages(ARN, "v-1")).isEmpty();
    assertRefused(
        () -> secrets.value(caller(CONSUMER), CONSUMER, ARN, Optional.empty(), "OTHER"),
        "ResourceNotFoundException",
        "Secrets Manager can't find the specified secret value for staging label: OTHER");
  }

  @Test
  void aDeletedSecretsNameStaysTakenForItsWindow() {
    SecretsManager secrets = shared(keyPolicy("777788889999"));
    assertRefused(
        () -> secrets.checkNameFree(CONSUMER, "cross-account-microservices"),
        "ResourceExistsException",
        "The operation failed because the secret cross-account-microservices already exists.");
    secrets.remove(ARN, Duration.ofDays(7));
    SecretsManager restarted = secrets(keyPolicy("777788889999"));
    assertRefused(
        () -> restarted.checkNameFree(CONSUMER, "cross-account-microservices"),
        "InvalidRequestException",
        "You can't create this secret because a secret with this name is already scheduled for"
            + " deletion.");
    restarted.checkNameFree(FOOD, "cross-account-microservices");
    now.set(now.get().plus(Duration.ofDays(7)));
    restarted.checkNameFree(CONSUMER, "cross-account-microservices");
  }

  @Test
  void withoutWindowANameIsFreeAtOnce() {
    SecretsManager secrets = shared(keyPolicy("777788889999"));
    secrets.remove(ARN, Duration.ZERO);
    secrets.checkNameFree(CONSUMER, "cross-account-microservices");
    assertThat(secrets.find(CONSUMER, ARN)).isEmpty();
  }

  @Test
  void aPolicyForEverybodyIsPublic() {
    SecretPolicies.checkNotPublic(SecretPolicies.parse(SHARE));
    String open = SHARE.replace("{\"AWS\": \"arn:aws:iam::777788889999:root\"}", "\"*\"");
    assertRefused(
        () -> SecretPolicies.checkNotPublic(SecretPolicies.parse(open)),
        "PublicPolicyException",
        "The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent"
            + " broad access to the secret: statement 1 (Sid Share) allows everybody.");
    SecretPolicies.checkNotPublic(
        SecretPolicies.parse(
            open.replace(
                "\"Effect\"",
                "\"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}, \"Effect\"")));
  }

  @Test
  void aMalformedPolicyIsRefusedWithItsPlace() {
    assertRefused(
        () -> SecretPolicies.parse("{\"Statement\": {\"Effekt\": \"Allow\"}}"),
        "MalformedPolicyDocumentException",
        "This resource policy contains an unsupported or malformed element: Unknown field Effekt in"
            + " statement 1; did you mean Effect? (line 1, column 16)");
  }

  private SecretsManager shared(String keyPolicy) {
    SecretsManager secrets = secrets(keyPolicy);
    secrets.put(
        new Secret(
            CONSUMER, ARN, "cross-account-microservices", Optional.of(KEY_ARN), "", Map.of()));
    secrets.put(new Secret.Attached(ARN, SHARE, SecretPolicies.parse(SHARE)));
    secrets.put(version("v-1", "vpce-1"));
    return secrets;
  }

  private SecretsManager secrets(String keyPolicy) {
    Kms kms = new Kms(folder.resolve("keys"), principal -> administrator(), now::get);
    kms.put(
        new Key(
            CONSUMER,
            KEY_ID,
            KmsChecks.policy(keyPolicy),
            true,
            Optional.empty(),
            Optional.empty()));
    return new SecretsManager(
        folder.resolve("secrets"), new ThroughKms(kms), principal -> administrator(), now::get);
  }

  private static NewVersion version(String id, String value) {
    return new NewVersion(caller(CONSUMER), ARN, id, value, false);
  }

  private static SecretValue read(SecretsManager secrets, Scope from, String reference) {
    return secrets.value(caller(from), from, reference, Optional.empty(), CURRENT);
  }

  private static String keyPolicy(String reader) {
    return """
    {"Version": "2012-10-17", "Statement": [
      {"Sid": "Administer", "Effect": "Allow", "Action": "kms:*", "Resource": "*",
       "Principal": {"AWS": "arn:aws:iam::111122223333:root"}},
      {"Sid": "Share", "Effect": "Allow", "Action": "kms:Decrypt", "Resource": "*",
       "Principal": {"AWS": ["arn:aws:iam::777788889999:root", "arn:aws:iam::444455556666:root"]},
       "Condition": {"StringEquals": {"kms:CallerAccount": "%s",
         "kms:ViaService": "secretsmanager.eu-central-1.amazonaws.com"}}}]}
    """
        .formatted(reader);
  }

  private static PrincipalPolicies administrator() {
    return PrincipalPolicies.of(List.of(new AttachedPolicy("role", "all", ALL)));
  }

  private static Scope scope(String account) {
    return new Scope(new AccountId(account), new Region("eu-central-1"));
  }

  private static Principal.Identity caller(Scope scope) {
    return Principal.Identity.session(
        "arn:aws:sts::" + scope.account() + ":assumed-role/r/s",
        "arn:aws:iam::" + scope.account() + ":role/r",
        scope.account());
  }

  private static void assertRefused(Runnable call, String code, String message) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(AwsException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessage(message);
  }

  /** KMS, called through Secrets Manager. */
  private record ThroughKms(Kms kms) implements KeyUse {
    @Override
    public DataKey dataKey(Call call, String key) {
      var made = kms.generateDataKey(use(call), key);
      return new DataKey(made.plaintext(), made.ciphertext());
    }

    @Override
    public byte[] open(Call call, byte[] sealedDataKey) {
      return kms.decrypt(use(call), sealedDataKey);
    }

    @Override
    public Verdict mayOpen(Call call, String key) {
      return kms.decide(use(call), kms.key(call.scope(), key), "kms:Decrypt").verdict();
    }

    private static Use use(Call call) {
      String via = "secretsmanager.eu-central-1.amazonaws.com";
      return new Use(
          call.caller(),
          call.scope(),
          Context.builder().put("kms:ViaService", via).build(),
          call.encryptionContext());
    }
  }
}
