package dev.skybridge.services.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.TestingEndpoint;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.Use;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A secret of one account, read by a user of another: his own policy, the secret's and the key's
 * must all let him.
 */
class SecretAcrossAccountsTest {
  private static final Scope OWNER =
      new Scope(new AccountId("444455556666"), new Region("eu-central-1"));
  private static final String KEY_ID = "1b3d5f70-0000-4000-8000-000000000001";
  private static final String SECRET =
      "arn:aws:secretsmanager:eu-central-1:444455556666:secret:endpoint-AbCdEf";
  private static final Principal.Identity ADMINISTRATOR =
      Principal.Identity.session(
          "arn:aws:sts::444455556666:assumed-role/admin/s",
          "arn:aws:iam::444455556666:role/admin",
          OWNER.account());

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));

  @ParameterizedTest(name = "identity policy {0}, secret policy {1}, key policy {2}")
  @CsvSource({
    "true, true, true",
    "true, true, false",
    "true, false, true",
    "true, false, false",
    "false, true, true",
    "false, true, false",
    "false, false, true",
    "false, false, false",
  })
  void theValueIsReadOnlyWhenAllThreeAllow(
      boolean identity, boolean secret, boolean key, @TempDir Path folder)
      throws InterruptedException {
    Kms kms = new Kms(folder.resolve("kms"), SecretAcrossAccountsTest::policies, now::get);
    SecretsManager secrets =
        new SecretsManager(
            folder.resolve("secrets"),
            new ThroughKms(kms),
            principal -> policies(principal, identity),
            now::get);
    kms.put(new Key(OWNER, KEY_ID, keyPolicy(key), true, Optional.empty(), Optional.empty()));
    secrets.put(new Secret(OWNER, SECRET, "endpoint", Optional.of(KEY_ID), "", Map.of()));
    secrets.put(new NewVersion(ADMINISTRATOR, SECRET, "v-1", "vpce-1", false));
    if (secret) {
      String text = policy("secretsmanager:GetSecretValue", TestingEndpoint.USER.arn());
      secrets.put(new Secret.Attached(SECRET, text, Policy.parse(text, Dialect.RESOURCE)));
    }
    TestingEndpoint endpoint =
        new TestingEndpoint(
            now, id -> Optional.empty(), List.of(SecretsManagerApi.service(secrets)));

    HttpResponse response =
        endpoint.json(
            "secretsmanager", "secretsmanager.GetSecretValue", "{\"SecretId\":\"" + SECRET + "\"}");
    Trace trace = endpoint.trace(response);

    if (identity && secret && key) {
      assertThat(response.status()).as(response.text()).isEqualTo(200);
      assertThat(response.text()).contains("\"SecretString\":\"vpce-1\"");
      assertThat(trace.refusal()).isEmpty();
      return;
    }
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text()).startsWith("{\"__type\":\"AccessDeniedException\",\"Message\":\"");
    assertThat(response.text()).doesNotContain("[", "vpce-1");
    if (identity && secret) {
      assertThat(response.text()).contains("\"Access to KMS is not allowed\"");
      assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("key policy");
    } else {
      assertThat(response.text())
          .contains(
              "User: arn:aws:iam::111122223333:user/max is not authorized to perform:"
                  + " secretsmanager:GetSecretValue on resource: "
                  + SECRET
                  + " because no "
                  + (secret ? "identity" : "resource")
                  + "-based policy allows");
      assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("secret policy");
    }
  }

  private static Policy keyPolicy(boolean shared) {
    String own =
        "{\"Sid\":\"Own\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"444455556666\"},"
            + "\"Action\":\"kms:*\",\"Resource\":\"*\"}";
    String other =
        ",{\"Sid\":\"Share\",\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"111122223333\"},"
            + "\"Action\":\"kms:Decrypt\",\"Resource\":\"*\"}";
    return Policy.parse(
        "{\"Version\":\"2012-10-17\",\"Statement\":[" + own + (shared ? other : "") + "]}",
        Dialect.RESOURCE);
  }

  private static String policy(String action, String principal) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\""
        + principal
        + "\"},\"Action\":\""
        + action
        + "\",\"Resource\":\"*\"}]}";
  }

  private static PrincipalPolicies policies(Principal.Identity principal) {
    return policies(principal, true);
  }

  private static PrincipalPolicies policies(Principal.Identity principal, boolean allowed) {
    String action = allowed ? "*" : "dynamodb:*";
    return PrincipalPolicies.of(
        List.of(
            new AttachedPolicy(
                principal.principalArn(),
                "rights",
                Policy.parse(
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                        + (principal.equals(ADMINISTRATOR) ? "*" : action)
                        + "\",\"Resource\":\"*\"}]}",
                    Dialect.IDENTITY))));
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
      Context via =
          Context.builder()
              .put("kms:ViaService", "secretsmanager.eu-central-1.amazonaws.com")
              .build();
      return new Use(call.requester(), call.scope(), via, call.encryptionContext());
    }
  }
}
