package dev.skybridge.services.lambda;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One process of a function. It takes one invocation at a time; {@link Pool} sees to that, so
 * everything here but the current trace belongs to the invoking thread.
 */
final class ExecutionEnvironment implements AutoCloseable {
  private static final Duration INIT_LIMIT = Duration.ofSeconds(10);
  private static final Duration AFTER_ERROR = Duration.ofSeconds(2);
  private static final Duration CREDENTIALS_LEFT = Duration.ofMinutes(16);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Function function;
  private final Host host;
  private final RuntimeApi api = new RuntimeApi();
  private final LocalHttp.Listener apiListener;
  private final LocalHttp.Listener doorListener;
  private final Path folder;
  private final Credentials credentials;
  private final EnvironmentLog log;
  private final Process process;
  private final String stream;
  private final long startNanos = System.nanoTime();
  private volatile @Nullable Trace trace;
  private boolean initialised;
  private boolean ended;
  private long idleSince;

  /**
   * Starts a process.
   *
   * @param trace the request that needs it
   * @throws IOException when the process cannot be started
   */
  ExecutionEnvironment(Function function, DeploymentPackage code, Host host, Trace trace)
      throws IOException {
    this.function = function;
    this.host = host;
    this.trace = trace;
    credentials =
        host.roles()
            .assume(function.role(), "lambda.amazonaws.com", function.name(), function.arn());
    String id =
        HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    stream = DAY.format(host.clock().instant()) + "/[$LATEST]" + id;
    folder = host.settings().environments().resolve(id);
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    OutputFile output = new OutputFile(folder.resolve("output"));
    log = new EnvironmentLog(function, stream, host.logs(), output, host.clock());
    apiListener = host.http().listen(api);
    doorListener =
        host.http().listen(new Door(function, host.egress(), host.dynamoDb(), this::doorTrace));
    ProcessBuilder builder =
        new ProcessBuilder(
                host.commandLine()
                    .command(function, code, host.caches().options(code), Optional.of(temporary)))
            .directory(code.task().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.file().toFile()));
    builder.environment().clear();
    builder
        .environment()
        .putAll(
            ProcessVariables.of(
                function, code, credentials, stream, apiListener.port(), doorListener.port()));
    log.add("INIT_START Runtime Version: java:" + Runtime.version());
    process = start(builder);
    ChildProcesses.whenEnded(process, () -> api.exited(process.exitValue()));
  }

  private Process start(ProcessBuilder builder) throws IOException {
    try {
      return host.processes().start(builder);
    } catch (IOException e) {
      closeListeners();
      throw e;
    }
  }

  /** Whether another invocation may go to it. */
  boolean usable() {
    return !ended
        && process.isAlive()
        && host.clock().instant().isBefore(credentials.expiration().minus(CREDENTIALS_LEFT));
  }

  long pid() {
    return process.pid();
  }

  /** When its last invocation ended, in nanoseconds of the machine's monotonic clock. */
  long idleSince() {
    return idleSince;
  }

  /** Runs one invocation, from its start to its last log line. */
  InvocationResult invoke(byte[] payload, Trace request) throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    request.alias(requestId);
    trace = request;
    boolean cold = !initialised;
    long start = System.nanoTime();
    Outcome init = initialised ? new Outcome.Ready() : within(api.asking(), INIT_LIMIT);
    long initNanos = cold ? System.nanoTime() - startNanos : 0;
    initialised = true;
    log.takeOutput();
    log.add("START RequestId: " + requestId + " Version: $LATEST");
    long began = System.nanoTime();
    Outcome outcome = init instanceof Outcome.Ready ? run(requestId, payload, request) : init;
    long took = System.nanoTime() - began;
    trace = null;
    Report report = Report.of(outcome, requestId, function, host.clock().instant());
    boolean wounded = outcome instanceof Outcome.Failed && !recovers(init);
    log.takeOutput();
    report.line().ifPresent(log::add);
    log.add("END RequestId: " + requestId);
    log.add(reportLine(requestId, took, cold ? initNanos : 0, report));
    if (report.fatal() || !(init instanceof Outcome.Ready) || wounded) {
      ended = true;
      process.destroyForcibly();
    }
    idleSince = System.nanoTime();
    request.add(step(report, cold, initNanos, System.nanoTime() - start));
    return new InvocationResult(report.payload(), report.functionError(), log.flush(), requestId);
  }

  private Outcome run(String requestId, byte[] payload, Trace request) throws InterruptedException {
    Instant deadline = host.clock().instant().plusSeconds(function.timeout());
    Pending pending =
        new Pending(
            requestId,
            payload,
            deadline.toEpochMilli(),
            function.arn().toString(),
            request,
            new CompletableFuture<>());
    api.offer(pending);
    if (!process.isAlive()) {
      // It died before it could be told: onExit may have run before the offer.
      api.exited(process.exitValue());
    }
    return within(pending.outcome(), Duration.ofSeconds(function.timeout()));
  }

  private Outcome within(CompletableFuture<Outcome> future, Duration limit)
      throws InterruptedException {
    try {
      return future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      future.complete(new Outcome.TimedOut());
      return future.join();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw e;
    }
  }

  /**
   * After an error the runtime either asks for more or ends: an OutOfMemoryError ends it, and so
   * does a failed initialisation. By then it has printed all that it has to say of the error.
   */
  private boolean recovers(Outcome init) throws InterruptedException {
    if (init instanceof Outcome.Ready) {
      return within(api.asking(), AFTER_ERROR) instanceof Outcome.Ready;
    }
    process.waitFor(AFTER_ERROR);
    return false;
  }

  private String reportLine(String requestId, long took, long init, Report report) {
    StringBuilder line = new StringBuilder("REPORT RequestId: ").append(requestId);
    line.append("\tDuration: ").append(EnvironmentLog.millis(took)).append(" ms");
    line.append("\tBilled Duration: ").append((took + init + 999_999) / 1_000_000).append(" ms");
    line.append("\tMemory Size: ").append(function.memory()).append(" MB");
    line.append("\tMax Memory Used: ").append(MemoryUse.peak(process.pid())).append(" MB");
    if (init > 0) {
      line.append("\tInit Duration: ").append(EnvironmentLog.millis(init)).append(" ms");
    }
    return line.append(report.status()).toString();
  }

  private Step step(Report report, boolean cold, long initNanos, long nanos) {
    String text =
        stream
            + (cold ? ", cold start, init " + EnvironmentLog.millis(initNanos) + " ms" : ", warm");
    String arn = function.arn().toString();
    Verdict verdict =
        report.reason().isEmpty()
            ? Verdict.allow(arn, text)
            : Verdict.refuse(arn, text, report.reason());
    return new Step("lambda function", arn, verdict, nanos);
  }

  /** The trace of the invocation that runs now, or one of its own for what is sent beside it. */
  private Trace doorTrace() {
    Trace now = trace;
    if (now != null) {
      return now;
    }
    Trace beside =
        new Trace(
            UUID.randomUUID().toString(),
            host.clock().instant().truncatedTo(ChronoUnit.MILLIS).toEpochMilli(),
            System::nanoTime);
    beside.describe(function.name() + " between invocations");
    host.traces().add(beside);
    return beside;
  }

  private void closeListeners() {
    apiListener.close();
    doorListener.close();
  }

  /** Ends the process and leaves nothing of it. */
  @Override
  public void close() {
    process.destroyForcibly();
    closeListeners();
    process.onExit().join();
    try {
      Folders.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
