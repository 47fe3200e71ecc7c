package dev.skybridge.dynamodb.model;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code cases/values.jsonl}: a value as a client sends it, beside what a later read gives ({@code
 * answer}), DynamoDB's validation error ({@code error}) or its serialization error ({@code shape}).
 */
class ValueCasesTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> cases() throws IOException {
    try (var lines = ValueCasesTest.class.getResourceAsStream("/cases/values.jsonl")) {
      return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueIsReadAsDynamoDbReadsIt(String line) throws IOException {
    JsonNode test = JSON.readTree(line);
    JsonNode value = test.get("value");
    if (test.has("answer")) {
      assertThat(written(read(value))).isEqualTo(test.get("answer"));
    } else if (test.has("error")) {
      assertThatThrownBy(() -> read(value))
          .isInstanceOf(ValidationException.class)
          .hasMessage(test.get("error").textValue());
    } else {
      assertThatThrownBy(() -> read(value))
          .isInstanceOf(SerializationException.class)
          .hasMessage(test.get("shape").textValue());
    }
  }

  private static AttributeValue read(JsonNode value) {
    JsonNode item = JSON.createObjectNode().set("v", value);
    return requireNonNull(AttributeReader.item("Item", item).attribute("v"));
  }

  private static JsonNode written(AttributeValue value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      AttributeWriter.write(json, value);
    }
    return JSON.readTree(bytes.toByteArray());
  }
}
