package dev.skybridge.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A process in which a Lambda function runs, as another process of the same user sees it. */
record FunctionProcess(ProcessHandle handle, URI tables) {
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB=";

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
      boolean mine = false;
      boolean rehearsal = false;
      URI tables = null;
      for (String variable : variables) {
        mine |= variable.equals("AWS_LAMBDA_FUNCTION_NAME=" + function);
        rehearsal |= variable.equals("AWS_LAMBDA_LOG_STREAM_NAME=rehearsal");
        tables =
            variable.startsWith(ENDPOINT)
                ? URI.create(variable.substring(ENDPOINT.length()))
                : tables;
      }
      return mine && !rehearsal && tables != null
          ? Optional.of(new FunctionProcess(child, tables))
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
}
