package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions as a process whose environment is all it knows. */
final class EnvironmentTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOBODY = "7c6f1f0e-0d3a-4b6c-9d2e-000000000000";

  private record Ended(int status, String output, String errors) {
    JsonNode json() throws IOException {
      return JSON.readTree(output);
    }
  }

  @Test
  void theSdkFindsItsEndpointInTheEnvironment() throws Exception {
    try (ScriptedDynamoDb table = new ScriptedDynamoDb()) {
      Ended ended =
          run(
              GetOrder.class,
              Map.of("AWS_ENDPOINT_URL_DYNAMODB", table.uri().toString()),
              "{\"pathParameters\":{\"orderId\":\"" + NOBODY + "\"}}");

      assertThat(ended.errors()).isEmpty();
      assertThat(ended.json().path("statusCode").intValue()).isEqualTo(404);
      assertThat(table.asked())
          .extracting(ScriptedDynamoDb.Asked::operation)
          .containsExactly("GetItem");
    }
  }

  @Test
  void anOrderIsStoredWithTheDefaults() throws Exception {
    try (ScriptedDynamoDb table = new ScriptedDynamoDb()) {
      Ended ended =
          run(
              PostOrder.class,
              Map.of("AWS_ENDPOINT_URL_DYNAMODB", table.uri().toString()),
              "{\"headers\":{\"Idempotency-Key\":\"k\"},\"body\":\"{\\\"fullName\\\":\\\"Zoë 🍵\\\",\\\"beverage\\\":\\\"tea\\\"}\"}");

      assertThat(ended.errors()).isEmpty();
      assertThat(ended.json().path("statusCode").intValue()).isEqualTo(201);
      assertThat(table.asked())
          .extracting(ScriptedDynamoDb.Asked::operation)
          .containsExactly("GetItem", "TransactWriteItems");
      assertThat(table.asked().getLast().body().toString()).contains("Zoë 🍵");
    }
  }

  @Test
  void anUnreachableTableIsAnsweredWithinSeconds() throws Exception {
    Ended ended =
        run(GetOrders.class, Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"), "{}");

    assertThat(ended.json().path("statusCode").intValue()).isEqualTo(503);
    assertThat(ended.errors()).contains("\"level\":\"WARN\"");
  }

  @Test
  void aMissingVariableIsNamed() throws Exception {
    Ended ended = run(GetOrders.class, Map.of("DYNAMODB_INDEX_NAME", ""), "{}");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors()).contains("IllegalStateException: DYNAMODB_INDEX_NAME: missing");
  }

  private static Ended run(Class<?> function, Map<String, String> variables, String event)
      throws IOException, InterruptedException {
    Map<String, String> environment = new HashMap<>();
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_ACCESS_KEY_ID", "ASIAEXAMPLE");
    environment.put("AWS_SECRET_ACCESS_KEY", "example");
    environment.put("AWS_SESSION_TOKEN", "example");
    environment.put("MICROSERVICE_TOPIC", "beverage");
    environment.put("MICROSERVICE_OPTIONS", "[\"tea\",\"coffee\"]");
    environment.put("DYNAMODB_TABLE_NAME", "orders");
    environment.put("DYNAMODB_INDEX_NAME", "orders-by-day");
    environment.putAll(variables);

    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            FunctionProcess.class.getName(),
            function.getName());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      process.getOutputStream().write(event.getBytes(UTF_8));
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);
      return new Ended(process.waitFor(), output, errors);
    } finally {
      process.destroyForcibly();
    }
  }
}
