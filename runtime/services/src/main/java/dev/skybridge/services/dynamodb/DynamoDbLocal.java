package dev.skybridge.services.dynamodb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.process.ChildProcesses;
import java.io.File;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Amazon's DynamoDB Local, unmodified, as a process of its own that keeps its data on disk. When it
 * dies it is started again. Its lock guards which process is the current one and is not held while
 * that starts.
 */
public final class DynamoDbLocal implements Backend {
  private static final String MAIN = "software.amazon.dynamodb.services.local.main.ServerRunner";
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Scope PROBE =
      new Scope(new AccountId("000000000000"), new Region("eu-central-1"));
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final Path java;
  private final Path library;
  private final Path data;
  private final ChildProcesses processes;
  private @Nullable Start current;
  private int starts;

  /** A process that answers. */
  private record Running(Process process, EndpointBackend endpoint) {}

  /**
   * One start of a process.
   *
   * @param number how many there were before it
   */
  private record Start(int number, CompletableFuture<Running> running) {}

  /**
   * @param java the {@code java} of a JDK 17 or later
   * @param library the folder of its jars
   * @param data where its data lie
   */
  public DynamoDbLocal(Path java, Path library, Path data, ChildProcesses processes) {
    this.java = java;
    this.library = library;
    this.data = data;
    this.processes = processes;
  }

  /** Whether the build has fetched it. */
  public static boolean isThere(Path library) {
    try (var jars = Files.newDirectoryStream(library, "DynamoDBLocal-*.jar")) {
      return jars.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public synchronized void start() {
    if (current == null || current.running().isCompletedExceptionally()) {
      Start next = new Start(starts++, new CompletableFuture<>());
      current = next;
      Thread.ofVirtual().name("dynamodb-local-start").start(() -> launch(next));
    }
  }

  private void launch(Start next) {
    try {
      Running running = launch();
      if (!next.running().complete(running)) {
        // Stopped meanwhile.
        end(running);
      }
      ChildProcesses.whenEnded(running.process(), () -> restart(next));
    } catch (IOException | InterruptedException e) {
      next.running().completeExceptionally(e);
    }
  }

  private synchronized void restart(Start died) {
    if (current != null && current.number() == died.number()) {
      current = null;
      start();
    }
  }

  private Running launch() throws IOException, InterruptedException {
    Files.createDirectories(data);
    int port;
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = probe.getLocalPort();
    }
    ProcessBuilder builder =
        new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx256m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            library + File.separator + "*",
            MAIN,
            "-port",
            Integer.toString(port),
            "-dbPath",
            data.toString(),
            "-disableTelemetry");
    builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    builder
        .directory(data.toFile())
        .redirectErrorStream(true)
        .redirectInput(Path.of("/dev/null").toFile())
        .redirectOutput(data.resolve("output").toFile());
    Process process = processes.start(builder);
    EndpointBackend endpoint = new EndpointBackend(URI.create("http://127.0.0.1:" + port));
    awaitAnswer(process, endpoint);
    return new Running(process, endpoint);
  }

  private void awaitAnswer(Process process, EndpointBackend endpoint)
      throws IOException, InterruptedException {
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (true) {
      try {
        endpoint.call(PROBE, "ListTables", EMPTY);
        return;
      } catch (IOException notYet) {
        if (!process.isAlive() || System.nanoTime() - limit > 0) {
          process.destroyForcibly();
          endpoint.close();
          throw new IOException("DynamoDB Local does not start: " + lastOutput(), notYet);
        }
        // It tells nobody when it is ready.
        process.waitFor(25, TimeUnit.MILLISECONDS);
      }
    }
  }

  private String lastOutput() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("output"));
    return lines.isEmpty() ? "no output" : lines.getLast();
  }

  @Override
  public Answer call(Scope scope, String operation, byte[] body)
      throws IOException, InterruptedException {
    Start start = current();
    Running running = running(start);
    try {
      return running.endpoint().call(scope, operation, body);
    } catch (ConnectException e) {
      if (running.process().isAlive()) {
        throw e;
      }
      // It died, and this request never reached it: the next process takes it.
      restart(start);
      return running(current()).endpoint().call(scope, operation, body);
    }
  }

  private synchronized Start current() {
    start();
    return requireNonNull(current);
  }

  private static Running running(Start now) throws IOException, InterruptedException {
    try {
      return now.running().get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new IOException("DynamoDB Local has not started in " + START_LIMIT, e);
    }
  }

  @Override
  public void stop() {
    @Nullable Start now;
    synchronized (this) {
      now = current;
      current = null;
    }
    if (now != null && !now.running().completeExceptionally(new IOException("stopped"))) {
      now.running().thenAccept(DynamoDbLocal::end).join();
    }
  }

  private static void end(Running running) {
    running.endpoint().close();
    running.process().destroy();
    running.process().onExit().join();
  }

  @Override
  public void close() {
    stop();
  }
}
