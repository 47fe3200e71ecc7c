package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Amazon's DynamoDB Local as a process of its own, its tables in memory. */
final class DynamoDbLocalSide implements Side, AutoCloseable {
  static final Path LIBRARY = Path.of("../dynamodb-local/target/lib").toAbsolutePath().normalize();

  private static final int ATTEMPTS = 1200;
  private static final long BETWEEN_MILLIS = 50;

  private final Process process;
  private final URI uri;

  /** Starts it and waits until it listens, a minute at most. */
  DynamoDbLocalSide() throws IOException, InterruptedException {
    int port;
    // It refuses port 0; when another takes the port meanwhile, the start fails.
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    uri = URI.create("http://127.0.0.1:" + port + "/");
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                LIBRARY.resolve("*").toString(),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int attempt = 1; !listens(port); attempt++) {
      if (attempt == ATTEMPTS || process.waitFor(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw new IOException("DynamoDB Local does not listen on port " + port);
      }
    }
  }

  /** Whether the build has fetched it. */
  static boolean isThere() {
    try (var jars = Files.newDirectoryStream(LIBRARY, "DynamoDBLocal-*.jar")) {
      return jars.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Reply call(String operation, JsonNode request) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setRequestProperty("X-Amz-Target", "DynamoDB_20120810." + operation);
      connection.setRequestProperty("Content-Type", "application/x-amz-json-1.0");
      connection.setRequestProperty(
          "Authorization",
          "AWS4-HMAC-SHA256 Credential="
              + EngineSide.DATA_SET.account()
              + "/20260101/eu-central-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
      connection.getOutputStream().write(EngineSide.JSON.writeValueAsBytes(request));
      int status = connection.getResponseCode();
      try (InputStream body =
          status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
        return new Reply(status, EngineSide.JSON.readTree(body.readAllBytes()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(operation + " " + request, e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
