package dev.skybridge.orders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A function's environment variables. Each method throws {@link IllegalStateException} naming the
 * variable that is missing or wrong, so that a wrong deployment fails when it starts.
 */
final class Settings {
  private final Map<String, String> environment;

  Settings(Map<String, String> environment) {
    this.environment = environment;
  }

  /** {@code MICROSERVICE_TOPIC} and {@code MICROSERVICE_OPTIONS}, a JSON list of strings. */
  Menu menu() {
    return read("MICROSERVICE_OPTIONS", text -> new Menu(topic(), strings(text)));
  }

  String topic() {
    return required("MICROSERVICE_TOPIC");
  }

  String region() {
    return required("AWS_REGION");
  }

  String table() {
    return required("DYNAMODB_TABLE_NAME");
  }

  String index() {
    return required("DYNAMODB_INDEX_NAME");
  }

  /** {@code ORDER_SHARDS}: 1-64, 4 by default. */
  int shards() {
    return number("ORDER_SHARDS", 4, DayShards.MAXIMUM);
  }

  /** {@code IDEMPOTENCY_TTL_SECONDS}: 1 second to 1 year, 1 day by default. */
  Duration idempotencyTimeToLive() {
    return Duration.ofSeconds(number("IDEMPOTENCY_TTL_SECONDS", 86_400, 31_536_000));
  }

  private String required(String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(name + ": missing");
    }
    return value;
  }

  private int number(String name, int byDefault, int maximum) {
    return environment.containsKey(name)
        ? read(name, text -> checked(Integer.parseInt(text), maximum))
        : byDefault;
  }

  private static int checked(int number, int maximum) {
    if (number < 1 || number > maximum) {
      throw new IllegalArgumentException("(expected: 1-" + maximum + ")");
    }
    return number;
  }

  @FunctionalInterface
  private interface Reading<T> {
    T of(String text) throws IOException;
  }

  private <T> T read(String name, Reading<T> reading) {
    String text = required(name);
    try {
      return reading.of(text);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException(name + ": " + text + " " + e.getMessage(), e);
    }
  }

  private static Set<String> strings(String json) throws IOException {
    Set<String> strings = new LinkedHashSet<>();
    try (JsonParser parser = Json.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new IllegalArgumentException("(expected: a JSON list of strings)");
      }
      while (parser.nextToken() == JsonToken.VALUE_STRING) {
        strings.add(parser.getText());
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new IllegalArgumentException("(expected: a JSON list of strings)");
      }
    }
    return strings;
  }
}
