package dev.skybridge.dynamodb.expression;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

/** Reads case files: a JSON text a line. */
final class Cases {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Cases() {}

  static JsonNode json(String file) {
    try (var stream = requireNonNull(Cases.class.getResourceAsStream("/cases/" + file))) {
      return JSON.readTree(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<JsonNode> lines(String file) throws IOException {
    try (var stream = requireNonNull(Cases.class.getResourceAsStream("/cases/" + file))) {
      String text = new String(stream.readAllBytes(), UTF_8);
      return text.lines().map(Cases::parse).toList().stream();
    }
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(line, e);
    }
  }
}
