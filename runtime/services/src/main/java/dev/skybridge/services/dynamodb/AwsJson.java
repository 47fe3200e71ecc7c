package dev.skybridge.services.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.AwsException;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;

/** Answers of the protocol AWS JSON 1.0, as DynamoDB gives them. */
final class AwsJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final RandomGenerator RANDOM = new SecureRandom();
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  /** What the gate in front of every AWS service says is in this name space. */
  private static final String CORAL = "com.amazon.coral.service#";

  private static final String DYNAMODB = "com.amazonaws.dynamodb.v20120810#";

  private AwsJson() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** A body as JSON, or nothing when it is none. */
  static Optional<JsonNode> parse(byte[] body) {
    try {
      return Optional.ofNullable(MAPPER.readTree(body)).filter(JsonNode::isObject);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  static byte[] bytes(JsonNode node) {
    try {
      return MAPPER.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An answer with the headers that SDKs look at. */
  static HttpResponse answer(int status, byte[] body) {
    CRC32 crc = new CRC32();
    crc.update(body);
    return new HttpResponse(
        status,
        status == 200 ? "OK" : "",
        Headers.of(
            "Server",
            "Server",
            "Content-Type",
            "application/x-amz-json-1.0",
            "x-amzn-RequestId",
            requestId(),
            "x-amz-crc32",
            Long.toString(crc.getValue())),
        body);
  }

  /** What was refused before DynamoDB itself had a look. */
  static HttpResponse refused(AwsException e) {
    // AWS writes this one with a capital M, and all others without.
    String field = e.code().equals("AccessDeniedException") ? "Message" : "message";
    return answer(
        e.httpStatus(), bytes(object().put("__type", CORAL + e.code()).put(field, e.awsMessage())));
  }

  /** An error of DynamoDB's own. */
  static HttpResponse error(int status, String code, String message) {
    return answer(status, bytes(object().put("__type", DYNAMODB + code).put("message", message)));
  }

  private static String requestId() {
    StringBuilder id = new StringBuilder(52);
    for (int i = 0; i < 52; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return id.toString();
  }

  static String text(byte[] body) {
    return new String(body, UTF_8);
  }
}
