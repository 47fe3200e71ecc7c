package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * An HTTP server that gives DynamoDB's answers in the order in which a test wrote them down, and
 * keeps the requests. Without an answer left it gives {@code {}}.
 */
final class ScriptedDynamoDb implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectWriter SORTED =
      JSON.writer().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  /** A request as it came: {@code PutItem}, {@code {"TableName": ...}}. */
  record Asked(String operation, JsonNode body) {
    /** The request with its members in order, but for the token that differs each time. */
    String sorted() throws IOException {
      Object tree = JSON.treeToValue(body, Object.class);
      if (tree instanceof Map<?, ?> members) {
        members.remove("ClientRequestToken");
      }
      return SORTED.writeValueAsString(tree);
    }
  }

  private record Reply(int status, String body) {}

  private final HttpServer server;
  private final Queue<Reply> replies = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();

  ScriptedDynamoDb() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  synchronized ScriptedDynamoDb reply(int status, String body) {
    replies.add(new Reply(status, body));
    return this;
  }

  /** Answers with an error {@code count} times. */
  synchronized ScriptedDynamoDb fail(int count, int status, String code) {
    for (int i = 0; i < count; i++) {
      reply(
          status,
          """
          {"__type":"com.amazonaws.dynamodb.v20120810#%s","message":"something about Max"}
          """
              .formatted(code));
    }
    return this;
  }

  synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  private synchronized void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      asked.add(
          new Asked(
              target.substring(target.indexOf('.') + 1),
              JSON.readTree(exchange.getRequestBody().readAllBytes())));
      Reply reply = replies.isEmpty() ? new Reply(200, "{}") : replies.remove();
      byte[] body = reply.body().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.getResponseHeaders().set("x-amzn-RequestId", "REQUEST");
      exchange.sendResponseHeaders(reply.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
