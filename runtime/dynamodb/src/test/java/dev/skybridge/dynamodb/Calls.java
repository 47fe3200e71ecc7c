package dev.skybridge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Calls of an engine with JSON in single quotes. */
final class Calls {
  static final DataSet DATA_SET = new DataSet("aws", "eu-central-1", "111122223333");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final DynamoDbEngine engine;

  Calls(DynamoDbEngine engine) {
    this.engine = engine;
  }

  /** What the operation answers, which must be 200. */
  JsonNode ok(String operation, String request) {
    Answer answer = execute(operation, request);
    if (answer.status() != 200) {
      throw new AssertionError(operation + ": " + text(answer));
    }
    return json(text(answer));
  }

  /** The error that the operation answers: its type without prefix, and its message. */
  String refusal(String operation, String request) {
    Answer answer = execute(operation, request);
    if (answer.status() == 200) {
      throw new AssertionError(operation + ": " + text(answer));
    }
    JsonNode error = json(text(answer));
    String type = error.path("__type").asText();
    return type.substring(type.indexOf('#') + 1) + ": " + error.path("message").asText();
  }

  Answer execute(String operation, String request) {
    return engine.execute(DATA_SET, operation, request.replace('\'', '"').getBytes(UTF_8));
  }

  static String text(Answer answer) {
    return new String(answer.body(), UTF_8);
  }

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(new IOException(text, e));
    }
  }
}
