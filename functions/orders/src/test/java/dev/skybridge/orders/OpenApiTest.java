package dev.skybridge.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The API's definition, which clients go by, and the code say the same. */
final class OpenApiTest {
  private static final Path TEMPLATE =
      Path.of("..", "..", "infrastructure", "microservices", "templates")
          .resolve("api-gateway-definition-template.yaml");
  private static final String TOPIC = "beverage";

  private final JsonNode api = rendered();

  @Test
  void eachFunctionHasItsOperation() {
    TreeMap<String, String> operations = new TreeMap<>();
    for (var path : api.get("paths").properties()) {
      for (var method : path.getValue().properties()) {
        operations.put(
            method.getKey() + " " + path.getKey(),
            method.getValue().get("operationId").textValue());
      }
    }

    assertThat(operations)
        .containsOnly(
            Map.entry("get /orders", decapitalized(GetOrders.class)),
            Map.entry("post /orders", decapitalized(PostOrder.class)),
            Map.entry("get /orders/{orderId}", decapitalized(GetOrder.class)));
  }

  @Test
  void eachOperationNamesTheAnswersOfItsFunction() {
    assertThat(answers("/orders", "get")).containsExactly("200", "400", "500", "503");
    assertThat(answers("/orders", "post"))
        .containsExactly("201", "400", "409", "413", "415", "500", "503");
    assertThat(answers("/orders/{orderId}", "get")).containsExactly("200", "404", "500", "503");
  }

  @Test
  void theAnswersInTheCasesAreInTheDefinition() throws IOException {
    for (Path file : CaseFilesTest.cases()) {
      for (JsonNode exchange : new YAMLMapper().readTree(file.toFile()).get("exchanges")) {
        JsonNode operation = operation(exchange.get("function").textValue());
        String status = exchange.get("answer").get("statusCode").asText();
        JsonNode schema =
            operation.at("/responses/" + status + "/content/application~1json/schema");

        assertThat(operation.get("responses").has(status)).as(file + ": " + status).isTrue();
        assertConforms(exchange.get("answer").get("body"), schema);
      }
    }
  }

  @Test
  void parametersAreTheOnesThatAreRead() {
    assertThat(parameters("/orders", "get"))
        .containsExactlyInAnyOrder(
            "query " + PageRequest.ORDER_DATE,
            "query " + PageRequest.LIMIT,
            "query " + PageRequest.NEXT_TOKEN);
    assertThat(parameters("/orders", "post"))
        .containsExactly("header " + PostOrder.IDEMPOTENCY_KEY);
    assertThat(parameters("/orders/{orderId}", "get")).containsExactly("path orderId");
    assertThat(description("/orders", "get", PageRequest.LIMIT))
        .contains("1 to " + PageRequest.LIMIT_MAXIMUM);
    assertThat(description("/orders", "post", PostOrder.IDEMPOTENCY_KEY))
        .contains("1 to " + PostOrder.IDEMPOTENCY_KEY_MAXIMUM + " characters");
  }

  @Test
  void aNewOrderIsWhatTheFunctionTakes() {
    JsonNode body =
        resolved(api.at("/paths/~1orders/post/requestBody/content/application~1json/schema"));

    assertThat(api.at("/paths/~1orders/post/requestBody/required").booleanValue()).isTrue();
    assertThat(names(body.get("properties")))
        .containsExactlyInAnyOrder(OrderRequest.FULL_NAME, TOPIC);
    assertThat(strings(body.get("required")))
        .containsExactlyInAnyOrder(OrderRequest.FULL_NAME, TOPIC);
    assertThat(body.get("additionalProperties").booleanValue()).isFalse();
    assertThat(body.at("/properties/fullName/type").textValue()).isEqualTo("string");
    assertThat(body.at("/properties/fullName/minLength").intValue()).isEqualTo(1);
    assertThat(body.at("/properties/fullName/maxLength").intValue())
        .isEqualTo(OrderRequest.FULL_NAME_MAXIMUM);
    assertThat(strings(body.at("/properties/" + TOPIC + "/enum"))).containsExactly("tea", "coffee");
  }

  /** Checks names and types of members; that is all that these schemas say. */
  private void assertConforms(JsonNode value, JsonNode reference) {
    JsonNode schema = resolved(reference);
    switch (schema.get("type").textValue()) {
      case "string" -> assertThat(value.isTextual()).isTrue();
      case "array" -> value.forEach(element -> assertConforms(element, schema.get("items")));
      case "object" -> {
        assertThat(names(value)).containsAll(strings(schema.get("required")));
        assertThat(names(schema.get("properties"))).containsAll(names(value));
        value
            .properties()
            .forEach(member ->
                assertConforms(member.getValue(), schema.get("properties").get(member.getKey())));
      }
      default -> throw new AssertionError("type: " + schema.get("type"));
    }
  }

  private JsonNode operation(String function) {
    return switch (function) {
      case "GetOrders" -> api.at("/paths/~1orders/get");
      case "PostOrder" -> api.at("/paths/~1orders/post");
      case "GetOrder" -> api.at("/paths/~1orders~1{orderId}/get");
      default -> throw new IllegalArgumentException("function: " + function);
    };
  }

  private Set<String> answers(String path, String method) {
    return new TreeSet<>(names(api.get("paths").get(path).get(method).get("responses")));
  }

  private List<String> parameters(String path, String method) {
    List<String> parameters = new ArrayList<>();
    for (JsonNode parameter : api.get("paths").get(path).get(method).get("parameters")) {
      parameters.add(parameter.get("in").textValue() + " " + parameter.get("name").textValue());
    }
    return parameters;
  }

  private String description(String path, String method, String name) {
    for (JsonNode parameter : api.get("paths").get(path).get(method).get("parameters")) {
      if (parameter.get("name").textValue().equals(name)) {
        return parameter.get("description").textValue();
      }
    }
    throw new AssertionError("no parameter " + name);
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode reference = schema.get("$ref");
    return reference == null ? schema : api.at(reference.textValue().substring(1));
  }

  private static List<String> names(JsonNode object) {
    return object.properties().stream().map(Map.Entry::getKey).toList();
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static String decapitalized(Class<?> type) {
    String name = type.getSimpleName();
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * The template with Terraform's expressions filled in: what the code must know, and dummies.
   * Parts that stand under a condition are in.
   */
  private static JsonNode rendered() {
    try {
      String yaml =
          Files.readString(TEMPLATE)
              .replace("${microservice_name}", TOPIC)
              .replace("${order_options}", "[\"tea\", \"coffee\"]")
              .replaceAll("(?m)^%\\{.*}\\n", "")
              .replaceAll("\\$\\{[^}]*}", "filled-in");
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
