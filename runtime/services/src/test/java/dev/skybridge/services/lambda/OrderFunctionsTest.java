package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The order functions as they are deployed, in processes of their own, on the embedded engine;
 * skipped where one of the two is not built.
 */
class OrderFunctionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void areBuilt() {
    assumeTrue(OrderSystem.isBuilt(), "not built: ./mvnw -pl functions/orders package");
  }

  @Test
  void anOrderPassesEveryGateAndOutlivesTheSystem() throws Exception {
    String id;
    try (OrderSystem system = new OrderSystem(folder)) {
      Trace trace = TestingLambda.trace();
      JsonNode placed = answer(system.invoke("PostOrder", event("post-order.json"), trace));

      assertThat(placed.path("statusCode").asInt()).as(placed.toString()).isEqualTo(201);
      id = JSON.readTree(placed.path("body").asText()).path("order").path("orderId").asText();
      assertThat(trace.steps())
          .extracting(Step::gate)
          .startsWith("security group", "signature", "role policy")
          .endsWith("lambda function");
      assertThat(trace.refusal()).isEmpty();
      assertThat(system.invoke("GetOrders", event("get-orders.json"), trace).functionError())
          .isEmpty();
    }
    try (OrderSystem again = new OrderSystem(folder)) {
      ObjectNode event = event("get-order.json");
      event.withObjectProperty("pathParameters").put("orderId", id);
      JsonNode found = answer(again.invoke("GetOrder", event, TestingLambda.trace()));

      assertThat(found.path("statusCode").asInt()).as(found.toString()).isEqualTo(200);
      assertThat(found.path("body").asText()).contains(id);
    }
  }

  @Test
  void aRoleWithoutTheRightIsRefusedAndTheTraceSaysSo() throws Exception {
    try (OrderSystem system = new OrderSystem(folder)) {
      system.rights = "dynamodb:GetItem";
      Trace trace = TestingLambda.trace();
      InvocationResult result = system.invoke("PostOrder", event("post-order.json"), trace);

      assertThat(new String(result.payload(), UTF_8)).doesNotContain("\"statusCode\":201");
      assertThat(trace.refusal().orElseThrow().gate()).isEqualTo("role policy");
    }
  }

  @Test
  void theCacheOfTheFirstFunctionServesAllOfThePackageAndPlacesNoOrder() throws Exception {
    try (OrderSystem system = new OrderSystem(folder)) {
      system.invoke("PostOrder", event("post-order.json"), TestingLambda.trace());
      assertThat(system.lambda.service.awaitCaches(Duration.ofMinutes(2))).isTrue();
      JsonNode listed =
          answer(system.invoke("GetOrders", event("get-orders.json"), TestingLambda.trace()));

      assertThat(JSON.readTree(listed.path("body").asText()).path("orders")).hasSize(1);
      assertThat(folder.resolve("cache")).isDirectoryContaining("glob:**.aot");
    }
  }

  private static ObjectNode event(String name) throws IOException {
    ObjectNode event =
        (ObjectNode)
            JSON.readTree(
                OrderSystem.FUNCTIONS.resolve("src/test/resources/recorded/" + name).toFile());
    event.putNull("queryStringParameters").putNull("multiValueQueryStringParameters");
    return event;
  }

  private static JsonNode answer(InvocationResult result) throws IOException {
    return JSON.readTree(result.payload());
  }
}
