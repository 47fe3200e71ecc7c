package dev.skybridge.orders;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the functions read of an API Gateway event (Lambda proxy integration, payload 1.0). Every
 * map of such an event may be null.
 *
 * @param headers by name in lower case
 * @param query query parameters by name
 * @param path path parameters by name
 * @param requestPath the path that the client asked for, stage or base path included
 * @param body as sent; null without one
 * @param base64 whether {@code body} is base64
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/">API Gateway
 *     developer guide, Input format of a Lambda function for proxy integration</a>
 */
record Event(
    Map<String, String> headers,
    Map<String, String> query,
    Map<String, String> path,
    String requestPath,
    @Nullable String body,
    boolean base64) {

  Event {
    headers = Map.copyOf(headers);
    query = Map.copyOf(query);
    path = Map.copyOf(path);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** Reads an event; throws if it is not JSON, which no client can bring about. */
  static Event read(InputStream input) throws IOException {
    Map<String, String> headers = new HashMap<>();
    Map<String, String> query = new HashMap<>();
    Map<String, String> path = new HashMap<>();
    String eventPath = "";
    @Nullable String contextPath = null;
    @Nullable String body = null;
    boolean base64 = false;
    try (JsonParser parser = Json.FACTORY.createParser(input)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String field = parser.currentName();
        JsonToken value = parser.nextToken();
        switch (field) {
          case "headers" ->
              strings(parser).forEach((k, v) -> headers.put(k.toLowerCase(Locale.ROOT), v));
          case "queryStringParameters" -> query.putAll(strings(parser));
          case "pathParameters" -> path.putAll(strings(parser));
          case "requestContext" -> contextPath = strings(parser).get("path");
          case "path" -> eventPath = value == JsonToken.VALUE_STRING ? parser.getText() : eventPath;
          case "body" -> body = value == JsonToken.VALUE_STRING ? parser.getText() : null;
          case "isBase64Encoded" -> base64 = value == JsonToken.VALUE_TRUE;
          default -> parser.skipChildren();
        }
      }
    }
    return new Event(
        headers, query, path, contextPath == null ? eventPath : contextPath, body, base64);
  }

  /** The members of the current object that are strings; none where it is null. */
  private static Map<String, String> strings(JsonParser parser) throws IOException {
    Map<String, String> members = new HashMap<>();
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return members;
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (parser.nextToken() == JsonToken.VALUE_STRING) {
        members.put(name, parser.getText());
      } else {
        parser.skipChildren();
      }
    }
    return members;
  }
}
