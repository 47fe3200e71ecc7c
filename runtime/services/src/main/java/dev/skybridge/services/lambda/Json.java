package dev.skybridge.services.lambda;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import java.io.IOException;

/** JSON as Lambda's own answers write it. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses bytes that are no JSON value.
   *
   * @throws JsonProcessingException that says where
   */
  static void check(byte[] bytes) throws IOException {
    MAPPER.readTree(bytes);
  }

  /** The payload with which Lambda describes an error of a function. */
  static byte[] functionError(String type, String message) {
    return bytes(object().put("errorType", type).put("errorMessage", message));
  }

  /** An error of the Runtime API. */
  static HttpResponse error(int status, String type, String message) {
    return response(status, bytes(object().put("errorMessage", message).put("errorType", type)));
  }

  /** A JSON answer with further headers, names and values in turn. */
  static HttpResponse response(int status, byte[] body, String... namesAndValues) {
    Headers headers = Headers.of(namesAndValues).plus("Content-Type", "application/json");
    return new HttpResponse(status, "", headers, body);
  }
}
