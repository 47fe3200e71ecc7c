package dev.skybridge.dynamodb.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Amazon's DynamoDB Local, a process of its own, its tables on disk. */
final class LocalTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_NANOS = 20_000_000;

  private final Process process;
  private final URI uri;

  /**
   * Starts it and waits for its first answer.
   *
   * @param library the folder of its jars
   */
  LocalTarget(Path library, Path folder) throws IOException {
    // As many connections are kept as there may be callers.
    System.setProperty("http.maxConnections", "64");
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    uri = URI.create("http://127.0.0.1:" + port);
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                library.resolve("*").toString(),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-dbPath",
                folder.toString(),
                "-disableTelemetry",
                "-port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      if (System.nanoTime() > end || !process.isAlive()) {
        close();
        throw new IOException("DynamoDB Local does not answer at " + uri);
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }

  private boolean answers() {
    try {
      return !call("ListTables", "{}").isEmpty();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  @Override
  public String name() {
    return "DynamoDB Local";
  }

  @Override
  public String call(String operation, String request) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
      connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810." + operation);
      connection.setRequestProperty(
          "Authorization",
          "AWS4-HMAC-SHA256 Credential=111122223333/20260101/eu-central-1/dynamodb/aws4_request,"
              + " SignedHeaders=host, Signature=unchecked");
      connection.getOutputStream().write(request.getBytes(UTF_8));
      int status = connection.getResponseCode();
      try (InputStream stream =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        String body = new String(stream.readAllBytes(), UTF_8);
        if (status != 200) {
          throw new IllegalStateException(operation + ": " + body);
        }
        return body;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public long syncs() {
    return -1;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
