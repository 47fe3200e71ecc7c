package dev.skybridge.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.app.UserError;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Methods with IAM authorization, called by roles of the API's account and of another one. */
@EnabledIf(value = TerraformPresence.CONDITION, disabledReason = TerraformPresence.OTHERWISE)
class SignedRequestTest {
  /**
   * Roles of account 123456789012, of which food lets everybody read who may by its own policies.
   */
  private static final String PARTNER =
      """
      locals {
        trust = jsonencode({
          Version = "2012-10-17"
          Statement = [{ Effect = "Allow", Action = "sts:AssumeRole",
                         Principal = { AWS = "arn:aws:iam::123456789012:root" } }]
        })
      }
      resource aws_iam_role shop {
        name               = "shop"
        assume_role_policy = local.trust
      }
      resource aws_iam_role_policy shop {
        role = aws_iam_role.shop.name
        policy = jsonencode({
          Version = "2012-10-17"
          Statement = [{ Effect = "Allow", Action = "execute-api:Invoke",
                         Resource = "arn:aws:execute-api:*:777788889999:*" }]
        })
      }
      resource aws_iam_role idle {
        name               = "idle"
        assume_role_policy = local.trust
      }
      """;

  @TempDir private static Path temporary;

  private static TestingRuntime runtime;

  @BeforeAll
  static void askForSignatures() throws Exception {
    runtime = TestingRuntime.fromSnapshot();
    new Configuration(temporary, runtime, PARTNER).run("apply", "-auto-approve").orThrow();
    runtime
        .terraform(
            "food",
            "apply",
            "-auto-approve",
            "-var=authorization=AWS_IAM",
            "-var=readers=[\"arn:aws:iam::111122223333:root\",\"arn:aws:iam::123456789012:root\"]",
            "-var=writers=[\"arn:aws:iam::777788889999:root\"]")
        .orThrow();
  }

  @AfterAll
  static void close() {
    runtime.close();
  }

  private static Answer send(Request request) throws IOException {
    return runtime.client().send(request);
  }

  private static Request list() {
    return Request.get(Orders.FOOD);
  }

  @Test
  void unsignedRequestIsMissingItsToken() throws IOException {
    Answer answer = send(list());

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).contains("MissingAuthenticationTokenException");
    assertThat(answer.body()).isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    assertThat(Gates.refusing(runtime.trace(answer))).isEqualTo("signature: AWS_IAM");
  }

  @Test
  void checkJudgesWhatARoleSignsAsTheRequestThatIsSent() throws IOException {
    Answer sent = send(RoleSigner.assume(runtime, "food-reader").sign(list()));
    CommandRun check =
        CommandRun.of(
            runtime, "check", "--from=client", "--as=food-reader", "--to=" + Orders.FOOD, "--json");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(check.status()).as(check.output()).isZero();
    JsonNode judged = json(check).path("judged").path(0);
    assertThat(judged.path("request").asText())
        .matches("client [0-9.]+ as food-reader: GET https://food.*");
    List<String> gates = new ArrayList<>();
    judged.path("passed").forEach(gate -> gates.add(gate.path("gate").asText()));
    assertThat(gates)
        .containsSubsequence("trust policy", "signature", "endpoint policy", "authorization");
  }

  @Test
  void checkRefusesAsServingDoes() {
    assertThat(refusal("--from=client")).isEqualTo("signature");
    assertThat(refusal("--from=client", "--as=food-writer")).isEqualTo("authorization");
    assertThat(refusal("--from=client", "--as=food-get-orders")).isEqualTo("trust policy");
    assertThat(refusal("--from=food/food-get-orders", "--as=food-reader"))
        .isEqualTo("trust policy");
    assertThat(refusal("--from=idle")).isEqualTo("authorization");
  }

  private static String refusal(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--to=" + Orders.FOOD, "--json"));
    JsonNode judged = json(CommandRun.of(runtime, "check", all.toArray(String[]::new)));
    assertThat(judged.path("reaches").asBoolean()).isFalse();
    return judged.path("judged").path(0).path("refused").path(0).path("gate").asText();
  }

  @Test
  void matrixHasRolesAsThoseWhoSign() {
    JsonNode matrix = json(CommandRun.of(runtime, "check", "--matrix", "--json"));

    List<String> reached = new ArrayList<>();
    for (JsonNode cell : matrix.path("reached")) {
      if (cell.path("to").asText().startsWith("https://food.")) {
        reached.add(
            cell.path("from").asText().replaceAll("arn:aws:iam::", "")
                + " "
                + cell.path("action").asText()
                + cell.path("to").asText().replaceAll("https://[^/]*", " "));
      }
    }
    assertThat(reached)
        .containsExactlyInAnyOrder(
            "123456789012:role/shop GET /v1/orders",
            "123456789012:role/shop GET /v1/orders/{orderId}",
            "777788889999:role/food-reader GET /v1/orders",
            "777788889999:role/food-reader GET /v1/orders/{orderId}",
            "777788889999:role/food-writer POST /v1/orders",
            "111122223333:root GET /v1/orders",
            "111122223333:root GET /v1/orders/{orderId}",
            "123456789012:root GET /v1/orders",
            "123456789012:root GET /v1/orders/{orderId}",
            "777788889999:root GET /v1/orders",
            "777788889999:root GET /v1/orders/{orderId}",
            "777788889999:root POST /v1/orders");
  }

  private static JsonNode json(CommandRun run) {
    try {
      return new ObjectMapper().readTree(run.output());
    } catch (IOException e) {
      throw new AssertionError(run.output(), e);
    }
  }

  @Test
  void readerReadsAndWriterWrites() throws IOException {
    RoleSigner writer = RoleSigner.assume(runtime, "food-writer");
    RoleSigner reader = RoleSigner.assume(runtime, "food-reader");

    Answer placed = send(writer.sign(Orders.hamburger()));
    String order = Orders.id(placed);

    assertThat(send(reader.sign(Request.get(Orders.FOOD + "/" + order))).status()).isEqualTo(200);
    assertThat(Gates.names(runtime.trace(placed)))
        .containsSubsequence(
            "TLS", "route", "signature", "endpoint policy", "authorization", "method");
  }

  @Test
  void readerDoesNotWriteAndWriterDoesNotRead() throws IOException {
    denied(
        send(RoleSigner.assume(runtime, "food-reader").sign(Orders.hamburger())),
        "arn:aws:sts::777788889999:assumed-role/food-reader/",
        "POST",
        "because no identity-based policy allows the execute-api:Invoke action");
    denied(
        send(RoleSigner.assume(runtime, "food-writer").sign(list())),
        "arn:aws:sts::777788889999:assumed-role/food-writer/",
        "GET",
        "because no identity-based policy allows the execute-api:Invoke action");
  }

  @Test
  void roleOfAnotherAccountNeedsItsOwnPolicysConsentAndTheApis() throws IOException {
    RoleSigner shop = RoleSigner.assume(runtime, "shop");
    RoleSigner idle = RoleSigner.assume(runtime, "idle");

    assertThat(send(shop.sign(list())).status()).isEqualTo(200);
    denied(
        send(idle.sign(list())),
        "arn:aws:sts::123456789012:assumed-role/idle/",
        "GET",
        "because no identity-based policy allows the execute-api:Invoke action");
    denied(
        send(shop.sign(Orders.hamburger())),
        "arn:aws:sts::123456789012:assumed-role/shop/",
        "POST",
        "because no resource-based policy allows the execute-api:Invoke action");
  }

  @Test
  void replayedSignatureIsGoodForFiveMinutes() throws IOException {
    RoleSigner reader = RoleSigner.assume(runtime, "food-reader");
    Request recent = reader.sign(list(), Instant.now().minus(Duration.ofMinutes(3)));
    Instant then = Instant.now().minus(Duration.ofMinutes(6));

    assertThat(send(recent).status()).isEqualTo(200);
    assertThat(send(recent).status()).isEqualTo(200);
    Answer late = send(reader.sign(list(), then));
    assertThat(late.status()).isEqualTo(403);
    assertThat(late.header("x-amzn-ErrorType")).contains("InvalidSignatureException");
    assertThat(late.body())
        .startsWith("{\"message\":\"Signature expired: ")
        .contains(" is now earlier than ")
        .endsWith(" - 5 min.)\"}");
    assertThat(Gates.refusing(runtime.trace(late))).isEqualTo("signature: AWS_IAM");
  }

  @Test
  void signatureForAnotherPathOrBodyDoesNotMatch() throws IOException {
    RoleSigner writer = RoleSigner.assume(runtime, "food-writer");
    Request signed = writer.sign(Orders.hamburger());

    Answer answer = send(signed.body("{\"fullName\":\"Eve\",\"food\":\"pizza\"}"));

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).contains("InvalidSignatureException");
    assertThat(answer.body())
        .startsWith("{\"message\":\"The request signature we calculated does not match");
    assertThat(Gates.reason(runtime.trace(answer)))
        .as("no log keeps what the caller sent")
        .doesNotContain("x-amz-security-token");
  }

  @Test
  void changedPolicyCountsFromTheNextDeploymentOn() throws Exception {
    String target =
        "-target=module.microservice[\"beverage\"].aws_api_gateway_rest_api_policy.this";
    String authorization = "-var=authorization=AWS_IAM";
    String readers = "-var=readers=[\"arn:aws:iam::111122223333:root\"]";

    runtime
        .terraform("beverage", "apply", "-auto-approve", target, authorization, readers)
        .orThrow();
    assertThat(send(Request.get(Orders.BEVERAGE)).status()).isEqualTo(200);

    runtime.terraform("beverage", "apply", "-auto-approve", authorization, readers).orThrow();
    assertThat(send(Request.get(Orders.BEVERAGE)).body())
        .isEqualTo("{\"message\":\"Missing Authentication Token\"}");
    RoleSigner reader = RoleSigner.assume(runtime, "beverage-reader");
    assertThat(send(reader.sign(Request.get(Orders.BEVERAGE))).status()).isEqualTo(200);
  }

  @Test
  void roleThatTrustsNobodyHereIsNotAssumed() {
    assertThatThrownBy(() -> RoleSigner.assume(runtime, "food-post-order"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sts:AssumeRole");
    assertThatThrownBy(() -> RoleSigner.assume(runtime, "food-auditor"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is none");
  }

  private static void denied(Answer answer, String who, String method, String because) {
    String api = runtime.outputs("food").at("/microservices/value/food/rest_api_id").asText();
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("x-amzn-ErrorType")).contains("AccessDeniedException");
    assertThat(answer.body())
        .startsWith("{\"Message\":\"User: " + who)
        .endsWith(
            " is not authorized to perform: execute-api:Invoke on resource:"
                + " arn:aws:execute-api:eu-central-1:********9999:"
                + api
                + "/v1/"
                + method
                + "/orders "
                + because
                + "\"}");
    assertThat(Gates.refusing(runtime.trace(answer))).startsWith("authorization: ");
  }
}
