package dev.skybridge.dynamodb.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Amazon's DynamoDB Local, a process of its own, its tables on disk. */
final class LocalTarget implements Target {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_NANOS = 20_000_000;

  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=111122223333/20260101/eu-central-1/dynamodb/aws4_request,"
          + " SignedHeaders=host, Signature=unchecked";

  private final Process process;
  private final HttpCalls calls;

  /**
   * Starts it and waits for its first answer.
   *
   * @param library the folder of its jars
   */
  LocalTarget(Path library, Path folder) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    URI uri = URI.create("http://127.0.0.1:" + port);
    calls = new HttpCalls(uri, (to, headers, body) -> Map.of("Authorization", AUTHORIZATION));
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
    return calls.call(operation, request);
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
