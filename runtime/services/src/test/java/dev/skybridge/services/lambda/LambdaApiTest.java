package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.api.TestingEndpoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lambda as a client of another account sees it, whom the function's policy lets in. */
class LambdaApiTest {
  private static final Arn PROBE = TestingLambda.SCOPE.arn("lambda", "function:probe");
  private static final String PATH = "/2015-03-31/functions/" + PROBE;

  @TempDir static Path shared;
  private static Path jar;
  private TestingLambda lambda;
  private TestingEndpoint endpoint;

  @BeforeAll
  static void compile() throws IOException {
    jar = FunctionJar.build("Probe", shared);
  }

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    lambda = new TestingLambda(folder);
    lambda.serve(lambda.probe(jar));
    endpoint =
        new TestingEndpoint(
            new AtomicReference<>(Instant.parse("2026-11-25T01:00:00Z")),
            id -> Optional.empty(),
            List.of(LambdaApi.service(lambda.service)));
    for (String action : List.of("InvokeFunction", "GetFunction", "GetPolicy")) {
      permit(action);
    }
  }

  @AfterEach
  void stop() {
    lambda.close();
  }

  @Test
  void anInvocationAnswersWithItsLogTail() throws InterruptedException {
    HttpResponse response = invoke("\"count\"", Map.of("X-Amz-Log-Type", "Tail"));
    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(response.text()).isEqualTo("\"1\"");
    assertThat(response.headers().first("X-Amz-Executed-Version")).contains("$LATEST");
    String tail =
        new String(
            Base64.getDecoder().decode(response.headers().first("X-Amz-Log-Result").orElseThrow()),
            UTF_8);
    assertThat(tail).contains("START RequestId: ", "REPORT RequestId: ");

    HttpResponse later = invoke("\"count\"", Map.of("X-Amz-Invocation-Type", "Event"));
    assertThat(later.status()).isEqualTo(202);
    assertThat(later.body()).isEmpty();
    HttpResponse dry = invoke("\"count\"", Map.of("X-Amz-Invocation-Type", "DryRun"));
    assertThat(dry.status()).isEqualTo(204);
  }

  @Test
  void aPayloadIsJsonAndNotTooLarge() throws InterruptedException {
    HttpResponse bad = invoke("{", Map.of());
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.headers().first("x-amzn-ErrorType")).contains("InvalidRequestContentException");
    assertThat(bad.text())
        .startsWith("{\"Type\":\"User\",\"Message\":\"Could not parse request body");

    HttpResponse large =
        invoke("\"" + "x".repeat(1 << 20) + "\"", Map.of("X-Amz-Invocation-Type", "Event"));
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.text())
        .contains("Request must be smaller than 1048576 bytes for the InvokeFunction operation");
    assertThat(invoke("\"" + "x".repeat(6_291_456) + "\"", Map.of()).status()).isEqualTo(413);
  }

  @Test
  void functionsAreReadByNameOrArn() throws InterruptedException {
    HttpResponse response = endpoint.rest("lambda", "GET", PATH, Map.of(), "");
    assertThat(response.text())
        .contains(
            "\"FunctionArn\":\"" + PROBE + "\"", "\"Runtime\":\"java21\"", "\"State\":\"Active\"");
    assertThat(endpoint.rest("lambda", "GET", PATH + "/policy", Map.of(), "").text())
        .contains("lambda:GetPolicy");
    HttpResponse version = endpoint.rest("lambda", "GET", PATH + "?Qualifier=7", Map.of(), "");
    assertThat(version.status()).isEqualTo(404);
    assertThat(version.text()).contains("Function not found: " + PROBE + ":7");
    HttpResponse own = endpoint.rest("lambda", "GET", "/2015-03-31/functions/none", Map.of(), "");
    assertThat(own.status()).isEqualTo(404);
    assertThat(own.text())
        .isEqualTo(
            "{\"Type\":\"User\",\"Message\":\"Function not found:"
                + " arn:aws:lambda:eu-central-1:111122223333:function:none\"}");
    assertThat(endpoint.rest("lambda", "GET", "/2015-03-31/functions/", Map.of(), "").text())
        .isEqualTo("{\"Functions\":[]}");
  }

  @Test
  void withoutThePermissionNobodyOfAnotherAccountInvokes() throws InterruptedException {
    lambda.service.removePermission(PROBE, "InvokeFunction");
    HttpResponse response = invoke("\"count\"", Map.of());
    assertThat(response.status()).isEqualTo(403);
    assertThat(response.headers().first("x-amzn-ErrorType")).contains("AccessDeniedException");
    assertThat(response.text())
        .contains(
            "lambda:InvokeFunction on resource: "
                + PROBE
                + " because no resource-based policy allows the lambda:InvokeFunction action");
    assertThat(endpoint.trace(response).refusal().orElseThrow().gate())
        .isEqualTo("lambda authorization");
  }

  private void permit(String action) {
    lambda.service.put(
        new Permission(
            PROBE,
            action,
            "lambda:" + action,
            TestingEndpoint.ACCOUNT.value(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  private HttpResponse invoke(String payload, Map<String, String> headers)
      throws InterruptedException {
    return endpoint.rest("lambda", "POST", PATH + "/invocations", headers, payload);
  }
}
