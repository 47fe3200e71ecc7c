package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.network.http.Headers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a function answered, read as strictly as API Gateway does (recorded against AWS): no unknown
 * key, a body that is a string, a status that is a number.
 *
 * @param status 200-599
 * @param headers those of {@code multiValueHeaders} first
 * @param body decoded from base64 where the answer says so and {@code decodable} allows it
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record ProxyResponse(int status, Headers headers, byte[] body) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final Set<String> KNOWN =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");

  /**
   * @param decodable whether a base64 body may become bytes
   */
  static ProxyResponse parse(byte[] payload, boolean decodable) throws MalformedResponseException {
    JsonNode answer = tree(payload);
    for (Map.Entry<String, JsonNode> field : answer.properties()) {
      if (!KNOWN.contains(field.getKey())) {
        throw new MalformedResponseException("unknown key '" + field.getKey() + "'");
      }
    }
    List<Headers.Header> headers = new ArrayList<>();
    addMultiple(answer.path("multiValueHeaders"), headers);
    addSingle(answer.path("headers"), headers);
    return new ProxyResponse(
        status(answer.path("statusCode")), new Headers(headers), body(answer, decodable));
  }

  private static JsonNode tree(byte[] payload) throws MalformedResponseException {
    try {
      JsonNode answer = JSON.readTree(payload);
      if (answer == null || !answer.isObject()) {
        throw new MalformedResponseException("not a JSON object");
      }
      return answer;
    } catch (JsonProcessingException e) {
      throw new MalformedResponseException("not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new IllegalStateException("an array was read", e);
    }
  }

  /** A whole number or a string of digits; 200 where there is none. */
  private static int status(JsonNode node) throws MalformedResponseException {
    if (node.isMissingNode() || node.isNull()) {
      return 200;
    }
    boolean number =
        node.isIntegralNumber() || (node.isTextual() && node.asText().matches("\\d{3}"));
    int status = number ? node.asInt() : 0;
    if (status < 200 || status > 599) {
      throw new MalformedResponseException("statusCode: " + node);
    }
    return status;
  }

  private static byte[] body(JsonNode answer, boolean decodable) throws MalformedResponseException {
    JsonNode encoded = answer.path("isBase64Encoded");
    if (!encoded.isMissingNode() && !encoded.isNull() && !encoded.isBoolean()) {
      throw new MalformedResponseException("isBase64Encoded: " + encoded);
    }
    JsonNode body = answer.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return new byte[0];
    }
    if (!body.isTextual()) {
      throw new MalformedResponseException("body: not a string");
    }
    if (!encoded.asBoolean() || !decodable) {
      return body.asText().getBytes(UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body.asText());
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException("body: not base64");
    }
  }

  private static void addMultiple(JsonNode node, List<Headers.Header> headers)
      throws MalformedResponseException {
    for (Map.Entry<String, JsonNode> field : object("multiValueHeaders", node)) {
      if (!field.getValue().isArray()) {
        throw new MalformedResponseException(
            "multiValueHeaders: '" + field.getKey() + "' is not a list");
      }
      for (JsonNode value : field.getValue()) {
        headers.add(header(field.getKey(), value));
      }
    }
  }

  private static void addSingle(JsonNode node, List<Headers.Header> headers)
      throws MalformedResponseException {
    for (Map.Entry<String, JsonNode> field : object("headers", node)) {
      String name =
          headers.stream()
              .map(Headers.Header::name)
              .filter(field.getKey()::equalsIgnoreCase)
              .findFirst()
              .orElse(field.getKey());
      headers.add(header(name, field.getValue()));
    }
  }

  private static Set<Map.Entry<String, JsonNode>> object(String field, JsonNode node)
      throws MalformedResponseException {
    if (node.isMissingNode() || node.isNull()) {
      return Set.of();
    }
    if (!node.isObject()) {
      throw new MalformedResponseException(field + ": not an object");
    }
    return node.properties();
  }

  private static Headers.Header header(String name, JsonNode value)
      throws MalformedResponseException {
    if (!value.isTextual() && !value.isBoolean()) {
      throw new MalformedResponseException("header '" + name + "': not a string");
    }
    try {
      return new Headers.Header(name, value.asText());
    } catch (IllegalArgumentException e) {
      throw new MalformedResponseException("header '" + name + "' cannot be sent");
    }
  }
}
