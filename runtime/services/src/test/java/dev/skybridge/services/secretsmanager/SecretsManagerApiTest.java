package dev.skybridge.services.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.api.TestingEndpoint;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets Manager as a client sees it; keys are without secrets here. */
class SecretsManagerApiTest {
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z"));
  @TempDir private Path folder;
  private TestingEndpoint endpoint;

  @BeforeEach
  void start() {
    SecretsManager secrets =
        new SecretsManager(
            folder, new PlainKeys(), principal -> endpoint.principalPolicies(principal), now::get);
    endpoint =
        new TestingEndpoint(
            now, id -> Optional.empty(), List.of(SecretsManagerApi.service(secrets)));
  }

  @Test
  void whatIsNoArnNamesNoSecret() throws Exception {
    for (String id : List.of("arn:aws:secretsmanager:../..:x:secret:pot", "../pot", "arn:aws:x")) {
      assertThat(refused("GetSecretValue", "{'SecretId':'" + id + "'}"))
          .as(id)
          .contains("ResourceNotFoundException");
    }
  }

  @Test
  void aSecretIsMadeReadAndHereAfterARestart() throws Exception {
    JsonNode made =
        call(
            "CreateSecret",
            "{'Name':'tea/pot','SecretString':'green','Tags':[{'Key':'a','Value':'b'}]}");
    assertThat(made.path("ARN").asText())
        .matches("arn:aws:secretsmanager:eu-central-1:111122223333:secret:tea/pot-[A-Za-z0-9]{6}");
    start();
    JsonNode read = call("GetSecretValue", "{'SecretId':'tea/pot'}");
    assertThat(read.path("SecretString").asText()).isEqualTo("green");
    assertThat(read.path("VersionId")).isEqualTo(made.path("VersionId"));
    assertThat(read.path("VersionStages").toString()).isEqualTo("[\"AWSCURRENT\"]");
    assertThat(call("DescribeSecret", "{'SecretId':'tea/pot'}").path("Tags").toString())
        .isEqualTo("[{\"Key\":\"a\",\"Value\":\"b\"}]");
    assertThat(refused("CreateSecret", "{'Name':'tea/pot'}"))
        .contains("ResourceExistsException", "the secret tea/pot already exists");
  }

  @Test
  void labelsMoveAsVersionsCome() throws Exception {
    String arn = call("CreateSecret", "{'Name':'pot','SecretString':'one'}").path("ARN").asText();
    String first = call("GetSecretValue", "{'SecretId':'pot'}").path("VersionId").asText();
    later();
    String second = put("two", "");
    assertThat(value("AWSCURRENT")).isEqualTo("two");
    assertThat(value("AWSPREVIOUS")).isEqualTo("one");
    later();
    String pending = put("three", ",'VersionStages':['AWSPENDING']");
    assertThat(value("AWSCURRENT")).isEqualTo("two");
    assertThat(value("AWSPENDING")).isEqualTo("three");

    assertThat(
            refused(
                "UpdateSecretVersionStage",
                "{'SecretId':'pot','VersionStage':'AWSCURRENT','MoveToVersionId':'"
                    + pending
                    + "'}"))
        .contains("RemoveFromVersionId can't be empty", second);
    call(
        "UpdateSecretVersionStage",
        "{'SecretId':'pot','VersionStage':'AWSCURRENT','MoveToVersionId':'"
            + pending
            + "','RemoveFromVersionId':'"
            + second
            + "'}");
    assertThat(value("AWSCURRENT")).isEqualTo("three");
    assertThat(value("AWSPREVIOUS")).isEqualTo("two");

    JsonNode stages =
        call("DescribeSecret", "{'SecretId':'" + arn + "'}").path("VersionIdsToStages");
    assertThat(stages.has(first)).isFalse();
    assertThat(stages.path(second).toString()).isEqualTo("[\"AWSPREVIOUS\"]");
    assertThat(call("ListSecretVersionIds", "{'SecretId':'pot'}").path("Versions")).hasSize(2);
    assertThat(
            call("ListSecretVersionIds", "{'SecretId':'pot','IncludeDeprecated':true}")
                .path("Versions"))
        .hasSize(3);
  }

  @Test
  void theSameTokenPutsTheSameValueOnce() throws Exception {
    call("CreateSecret", "{'Name':'pot','SecretString':'one'}");
    String token = ",'ClientRequestToken':'11111111-1111-4111-8111-111111111111'";
    put("two", token);
    put("two", token);
    assertThat(refused("PutSecretValue", "{'SecretId':'pot','SecretString':'three'" + token + "}"))
        .contains("ResourceExistsException");
  }

  @Test
  void aListingHasPages() throws Exception {
    for (String name : List.of("c", "a", "b")) {
      call("CreateSecret", "{'Name':'" + name + "'}");
    }
    JsonNode first = call("ListSecrets", "{'MaxResults':2}");
    assertThat(first.path("SecretList").findValuesAsText("Name")).containsExactly("a", "b");
    JsonNode rest = call("ListSecrets", "{'NextToken':'" + first.path("NextToken").asText() + "'}");
    assertThat(rest.path("SecretList").findValuesAsText("Name")).containsExactly("c");
    assertThat(rest.has("NextToken")).isFalse();
    assertThat(refused("ListSecrets", "{'NextToken':'x'}")).contains("InvalidNextTokenException");
  }

  @Test
  void aPolicyIsPutReadAndHereAfterARestart() throws Exception {
    call("CreateSecret", "{'Name':'pot'}");
    String policy =
        "{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":[{\\\"Effect\\\":\\\"Allow\\\","
            + "\\\"Principal\\\":\\\"*\\\",\\\"Action\\\":\\\"secretsmanager:*\\\",\\\"Resource\\\":\\\"*\\\"}]}";
    String put = "{'SecretId':'pot','ResourcePolicy':\"" + policy + "\"";
    assertThat(refused("PutResourcePolicy", put + ",'BlockPublicPolicy':true}"))
        .contains("PublicPolicyException");
    call("PutResourcePolicy", put + "}");
    start();
    assertThat(call("GetResourcePolicy", "{'SecretId':'pot'}").path("ResourcePolicy").asText())
        .contains("\"Principal\":\"*\"");
    call("DeleteResourcePolicy", "{'SecretId':'pot'}");
    assertThat(call("GetResourcePolicy", "{'SecretId':'pot'}").has("ResourcePolicy")).isFalse();
  }

  @Test
  void aDeletedSecretIsGoneAndItsNameIsTaken() throws Exception {
    call("CreateSecret", "{'Name':'pot','SecretString':'one'}");
    call("DeleteSecret", "{'SecretId':'pot','RecoveryWindowInDays':7}");
    assertThat(refused("GetSecretValue", "{'SecretId':'pot'}"))
        .contains("ResourceNotFoundException");
    assertThat(refused("CreateSecret", "{'Name':'pot'}"))
        .contains("already scheduled for deletion");
    now.updateAndGet(time -> time.plus(Duration.ofDays(8)));
    call("CreateSecret", "{'Name':'pot'}");
  }

  @Test
  void whoMayNotGetsNothing() throws Exception {
    call("CreateSecret", "{'Name':'pot','SecretString':'one'}");
    endpoint.rights = "secretsmanager:DescribeSecret";
    assertThat(call("DescribeSecret", "{'SecretId':'pot'}").path("Name").asText()).isEqualTo("pot");
    for (String operation :
        List.of(
            "GetSecretValue",
            "ListSecretVersionIds",
            "GetResourcePolicy",
            "DeleteResourcePolicy",
            "DeleteSecret")) {
      assertThat(refused(operation, "{'SecretId':'pot'}"))
          .contains("AccessDeniedException", "secretsmanager:" + operation);
    }
    assertThat(refused("ListSecrets", "{}")).contains("secretsmanager:ListSecrets");
    assertThat(refused("CreateSecret", "{'Name':'x'}")).contains("secretsmanager:CreateSecret");
    assertThat(refused("PutSecretValue", "{'SecretId':'pot','SecretString':'x'}"))
        .contains("secretsmanager:PutSecretValue");
  }

  private String put(String value, String more) throws Exception {
    return call("PutSecretValue", "{'SecretId':'pot','SecretString':'" + value + "'" + more + "}")
        .path("VersionId")
        .asText();
  }

  private String value(String stage) throws Exception {
    return call("GetSecretValue", "{'SecretId':'pot','VersionStage':'" + stage + "'}")
        .path("SecretString")
        .asText();
  }

  private void later() {
    now.updateAndGet(time -> time.plusSeconds(1));
  }

  private JsonNode call(String operation, String body)
      throws InterruptedException, JsonProcessingException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    return new ObjectMapper().readTree(response.text());
  }

  private String refused(String operation, String body) throws InterruptedException {
    HttpResponse response = send(operation, body);
    assertThat(response.status()).as(response.text()).isEqualTo(400);
    return response.text();
  }

  private HttpResponse send(String operation, String body) throws InterruptedException {
    return endpoint.json("secretsmanager", "secretsmanager." + operation, body.replace('\'', '"'));
  }

  /** Keys for data that are their own seal. */
  private static final class PlainKeys implements KeyUse {
    @Override
    public DataKey dataKey(Call call, String key) {
      byte[] bytes = new byte[32];
      return new DataKey(bytes, bytes);
    }

    @Override
    public byte[] open(Call call, byte[] sealedDataKey) {
      return sealedDataKey;
    }

    @Override
    public Verdict mayOpen(Call call, String key) {
      return Verdict.allow(key, "any");
    }
  }
}
