package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A process in which a Lambda function runs, as another process of the same user sees it. */
record FunctionProcess(ProcessHandle handle, URI tables, Map<String, String> environment) {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";

  /** The process of a function, started by this one. */
  static FunctionProcess of(String function) {
    return ProcessHandle.current()
        .descendants()
        .map(child -> read(child, function))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no process of " + function));
  }

  private static Optional<FunctionProcess> read(ProcessHandle child, String function) {
    try {
      String[] variables =
          Files.readString(Path.of("/proc/" + child.pid() + "/environ"), UTF_8).split("\0", -1);
      Map<String, String> environment = new HashMap<>();
      for (String variable : variables) {
        int equals = variable.indexOf('=');
        environment.put(variable.substring(0, Math.max(0, equals)), variable.substring(equals + 1));
      }
      boolean mine = function.equals(environment.get("AWS_LAMBDA_FUNCTION_NAME"));
      boolean rehearsal = "rehearsal".equals(environment.get("AWS_LAMBDA_LOG_STREAM_NAME"));
      String tables = environment.get(ENDPOINT);
      return mine && !rehearsal && tables != null
          ? Optional.of(new FunctionProcess(child, URI.create(tables), environment))
          : Optional.empty();
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Asks DynamoDB through the function's own door; an empty authorization is left out. */
  String askTables(String operation, String body, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(tables)
            .header("X-Amz-Target", "DynamoDB_20120810." + operation)
            .header("X-Amz-Date", "20261123T000000Z")
            .header("Content-Type", "application/x-amz-json-1.0")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    }
  }

  /** Asks DynamoDB through the function's own door, as the function's code does. */
  Answer signedTables(String operation, String body, Signed.Fault fault)
      throws IOException, InterruptedException {
    return credentials()
        .call(
            "dynamodb",
            tables,
            Map.of(
                "X-Amz-Target",
                "DynamoDB_20120810." + operation,
                "Content-Type",
                "application/x-amz-json-1.0"),
            body,
            fault);
  }

  /** The session of the function's execution role. */
  Signed credentials() {
    return new Signed(
        variable("AWS_ACCESS_KEY_ID"),
        variable("AWS_SECRET_ACCESS_KEY"),
        variable("AWS_SESSION_TOKEN"),
        variable("AWS_REGION"));
  }

  private String variable(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new AssertionError("the process has no " + name);
    }
    return value;
  }
}
