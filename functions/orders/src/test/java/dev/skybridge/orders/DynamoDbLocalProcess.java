package dev.skybridge.orders;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Amazon's DynamoDB Local as a process of its own, its tables in memory. */
final class DynamoDbLocalProcess implements AutoCloseable {
  private static final int ATTEMPTS = 600;
  private static final long BETWEEN_MILLIS = 50;

  private final Process process;
  private final int port;

  /**
   * Starts it and waits until it listens, 30 seconds at most.
   *
   * @param library the folder with its jars
   */
  DynamoDbLocalProcess(Path library) throws IOException, InterruptedException {
    // It refuses port 0; between the close and its start the port may be taken, and the start
    // fails.
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                library.resolve("*").toString(),
                "software.amazon.dynamodb.services.local.main.ServerRunner",
                "-inMemory",
                "-disableTelemetry",
                "-port",
                Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    for (int attempt = 1; !listens(); attempt++) {
      if (attempt == ATTEMPTS || process.waitFor(BETWEEN_MILLIS, TimeUnit.MILLISECONDS)) {
        close();
        throw new IOException("DynamoDB Local does not listen on port " + port);
      }
    }
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  private boolean listens() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
