package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.skybridge.dynamodb.Answer;
import dev.skybridge.dynamodb.DataSet;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DynamoDB's API on a port of its own, data apart by access key id: a second engine behind HTTP.
 */
final class TablesEndpoint implements AutoCloseable {
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=(\\d{12})/\\d+/([a-z0-9-]+)/dynamodb/");

  private final DynamoDbEngine engine;
  private final HttpServer server;

  private TablesEndpoint(DynamoDbEngine engine, HttpServer server) {
    this.engine = engine;
    this.server = server;
  }

  static TablesEndpoint start(Path folder) throws IOException {
    DynamoDbEngine engine = DynamoDbEngine.open(folder);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    TablesEndpoint endpoint = new TablesEndpoint(engine, server);
    server.createContext("/", endpoint::serve);
    server.start();
    return endpoint;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** An answer's JSON. */
  String ask(String account, String operation, String request) {
    DataSet dataSet = new DataSet("aws", "eu-central-1", account);
    return new String(engine.execute(dataSet, operation, request.getBytes(UTF_8)).body(), UTF_8);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Matcher credential =
          CREDENTIAL.matcher(exchange.getRequestHeaders().getFirst("Authorization"));
      if (!credential.find()) {
        exchange.sendResponseHeaders(403, -1);
        return;
      }
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      Answer answer =
          engine.execute(
              new DataSet("aws", credential.group(2), credential.group(1)),
              target.substring(target.indexOf('.') + 1),
              exchange.getRequestBody().readAllBytes());
      exchange.sendResponseHeaders(answer.status(), answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    engine.close();
  }
}
