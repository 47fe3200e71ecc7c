package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The functions as a process whose environment is all it knows. */
final class EnvironmentTest {
  private static final String NOBODY = "7c6f1f0e-0d3a-4b6c-9d2e-000000000000";

  @Test
  void theSdkFindsItsEndpointInTheEnvironment() throws Exception {
    try (ScriptedDynamoDb table = new ScriptedDynamoDb()) {
      FunctionRun ended =
          FunctionRun.of(
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
      FunctionRun ended =
          FunctionRun.of(
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
    FunctionRun ended =
        FunctionRun.of(
            GetOrders.class, Map.of("AWS_ENDPOINT_URL_DYNAMODB", "http://127.0.0.1:1"), "{}");

    assertThat(ended.json().path("statusCode").intValue()).isEqualTo(503);
    assertThat(ended.errors()).contains("\"level\":\"WARN\"");
  }

  @Test
  void aMissingVariableIsNamed() throws Exception {
    FunctionRun ended = FunctionRun.of(GetOrders.class, Map.of("DYNAMODB_INDEX_NAME", ""), "{}");

    assertThat(ended.status()).isEqualTo(1);
    assertThat(ended.errors()).contains("IllegalStateException: DYNAMODB_INDEX_NAME: missing");
  }
}
