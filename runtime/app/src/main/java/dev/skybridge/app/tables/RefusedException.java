package dev.skybridge.app.tables;

import com.fasterxml.jackson.databind.JsonNode;

/** DynamoDB's refusal of an operation: its type and its words. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedException(JsonNode error) {
    super(
        error.path("__type").asText().replaceFirst(".*#", "")
            + ": "
            + error.path("message").asText(error.path("Message").asText()));
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
