package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file under {@code cases} is a conversation: what the table holds, and events beside the
 * answers expected. {@code resources/cases/README.md} describes them; a new one needs no Java.
 */
final class CaseFilesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Instant NOW = Instant.parse("2026-11-23T10:15:30.123456Z");
  private static final String TOPIC = "beverage";

  static List<Path> cases() throws IOException {
    try (Stream<Path> files = Files.list(RESOURCES.resolve("cases"))) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsWritten(Path file) throws IOException {
    JsonNode conversation = JSON.readTree(file.toFile());
    InMemoryOrderTable table = new InMemoryOrderTable();
    for (JsonNode order : conversation.path("table")) {
      table.store(
          InMemoryOrderTable.order(order.get("time").textValue(), order.get("number").intValue()),
          4);
    }
    AtomicInteger number = new AtomicInteger(100);
    Ordering ordering =
        new Ordering(
            table,
            4,
            Duration.ofDays(1),
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> InMemoryOrderTable.id(number.incrementAndGet()),
            attempt -> {});

    assertThat(conversation.path("exchanges")).isNotEmpty();
    for (JsonNode exchange : conversation.path("exchanges")) {
      TestContext context = new TestContext();
      JsonNode answer = answer(function(exchange, table, ordering), event(exchange), context);

      assertThat(answer).as(exchange.path("why").asText()).isEqualTo(exchange.get("answer"));
      assertThat(context.lines()).isEmpty();
    }
  }

  private static RequestStreamHandler function(
      JsonNode exchange, OrderTable table, Ordering ordering) {
    Menu menu = new Menu(TOPIC, new LinkedHashSet<>(List.of("tea", "coffee")));
    return switch (exchange.get("function").textValue()) {
      case "GetOrders" -> new GetOrders(TOPIC, table);
      case "GetOrder" -> new GetOrder(TOPIC, table);
      case "PostOrder" -> new PostOrder(menu, ordering);
      default -> throw new IllegalArgumentException("function: " + exchange.get("function"));
    };
  }

  /** The recorded event that the exchange names, with what the exchange sets instead. */
  private static JsonNode event(JsonNode exchange) throws IOException {
    ObjectNode event =
        (ObjectNode)
            JSON.readTree(
                RESOURCES
                    .resolve("recorded")
                    .resolve(exchange.get("recorded").textValue())
                    .toFile());
    exchange.path("event").properties().forEach(e -> event.set(e.getKey(), e.getValue()));
    ObjectNode headers = event.withObjectProperty("headers");
    exchange.path("headers").properties().forEach(e -> headers.set(e.getKey(), e.getValue()));
    if (exchange.has("json")) {
      event.put("body", exchange.get("json").toString());
    }
    if (exchange.has("bodyOfCharacters")) {
      event.put("body", "x".repeat(exchange.get("bodyOfCharacters").intValue()));
    }
    return event;
  }

  private static JsonNode answer(RequestStreamHandler function, JsonNode event, TestContext context)
      throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    function.handleRequest(
        new ByteArrayInputStream(event.toString().getBytes(UTF_8)), output, context);
    ObjectNode answer = (ObjectNode) JSON.readTree(output.toByteArray());
    answer.set("body", JSON.readTree(answer.get("body").textValue()));
    return answer;
  }
}
