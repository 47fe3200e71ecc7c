package dev.skybridge.services.dynamodb;

import dev.skybridge.policy.Scope;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/**
 * A backend at a URL: DynamoDB Local, ScyllaDB Alternator, whatever speaks the API and takes the
 * account's number as access key id.
 */
public final class EndpointBackend implements Backend {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** The backend trusts whoever reaches it; nothing depends on this. */
  private static final String SECRET = "local";

  private final URI uri;
  private final HttpClient client;

  /**
   * @param uri e.g. {@code http://127.0.0.1:8000}
   */
  public EndpointBackend(URI uri) {
    this.uri = uri.resolve("/");
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
  }

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public Answer call(Scope scope, String operation, byte[] body)
      throws IOException, InterruptedException {
    String stamp = RequestSigner.stamp(Instant.now());
    String target = "DynamoDB_20120810." + operation;
    String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(LIMIT)
            .header("Content-Type", "application/x-amz-json-1.0")
            .header("X-Amz-Target", target)
            .header("X-Amz-Date", stamp)
            .header(
                "Authorization",
                RequestSigner.authorization(
                    scope.account().value(),
                    SECRET,
                    scope.region().name(),
                    host,
                    stamp,
                    target,
                    body))
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response.body());
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
