package dev.skybridge.services.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.services.process.Background;
import dev.skybridge.services.process.ChildProcesses;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A rehearsal: the function's own process, given an event that it has had before, behind a door
 * that refuses everything. It has no credentials, reaches no table, and the JVM's sockets lead
 * nowhere but to this machine.
 */
final class AotTraining {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final byte[] REFUSAL =
      ("{\"__type\":\"com.amazon.coral.service#AccessDeniedException\","
              + "\"Message\":\"A rehearsal reaches no table\"}")
          .getBytes(UTF_8);

  private final CommandLine commandLine;
  private final ChildProcesses processes;
  private final LocalHttp http;

  AotTraining(CommandLine commandLine, ChildProcesses processes, LocalHttp http) {
    this.commandLine = commandLine;
    this.processes = processes;
    this.http = http;
  }

  /** Makes a cache; where that fails there is none, and functions start as without it. */
  void run(Function function, DeploymentPackage code, byte[] event, Path file) {
    // A name of its own: another runtime may be about to make the same one.
    Path growing = file.resolveSibling(file.getFileName() + "." + System.nanoTime() + ".growing");
    RuntimeApi api = new RuntimeApi();
    HttpHandler refuse = AotTraining::refuse;
    try (LocalHttp.Listener apiListener = http.listen(api);
        LocalHttp.Listener door = http.listen(refuse)) {
      Files.createDirectories(file.getParent());
      Process process =
          processes.start(builder(function, code, growing, apiListener.port(), door.port()));
      ChildProcesses.whenEnded(process, () -> api.exited(process.exitValue()));
      rehearse(process, api, function, event);
      if (isWhole(growing)) {
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
      }
    } catch (IOException e) {
      System.getLogger(AotTraining.class.getName()).log(Level.WARNING, "no AOT cache", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      deleteUnfinished(growing);
    }
  }

  /** The JVM deletes its notes once it has made a cache of them. */
  private static boolean isWhole(Path growing) throws IOException {
    return Files.exists(growing) && Files.size(growing) > 0 && !Files.exists(notes(growing));
  }

  private static Path notes(Path growing) {
    return growing.resolveSibling(growing.getFileName() + ".config");
  }

  /** A JVM that was ended too early leaves its notes, and maybe half a cache. */
  private static void deleteUnfinished(Path growing) {
    try {
      Files.deleteIfExists(growing);
      Files.deleteIfExists(notes(growing));
    } catch (IOException e) {
      System.getLogger(AotTraining.class.getName()).log(Level.WARNING, "left over", e);
    }
  }

  private ProcessBuilder builder(
      Function function, DeploymentPackage code, Path growing, int api, int door) {
    List<String> aot =
        List.of(
            "-XX:AOTCacheOutput=" + growing,
            // Whatever else the function talks to: a closed door on this machine.
            "-DsocksProxyHost=127.0.0.1",
            "-DsocksProxyPort=9");
    ProcessBuilder builder =
        new ProcessBuilder(
                Background.of(commandLine.command(function, code, aot, Optional.empty())))
            .directory(code.task().toFile())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    Credentials nobody =
        new Credentials("ASIAREHEARSALREHEARS", "rehearsal", "rehearsal", Instant.MAX);
    Map<String, String> variables = builder.environment();
    variables.clear();
    variables.putAll(ProcessVariables.of(function, code, nobody, "rehearsal", api, door));
    variables.put("AWS_ENDPOINT_URL", "http://127.0.0.1:" + door);
    return builder;
  }

  private static void rehearse(Process process, RuntimeApi api, Function function, byte[] event)
      throws InterruptedException {
    try {
      for (byte[] next : List.of("{}".getBytes(UTF_8), event)) {
        if (!(limited(api.asking()) instanceof Outcome.Ready)) {
          break;
        }
        Pending pending =
            new Pending(
                "rehearsal",
                next,
                Instant.now().plus(LIMIT).toEpochMilli(),
                function.arn().toString(),
                new Trace("rehearsal", 0, System::nanoTime),
                new CompletableFuture<>());
        api.offer(pending);
        limited(pending.outcome());
      }
      limited(api.asking());
      // The JVM writes the cache when it ends in good order, as it does at SIGTERM.
      process.destroy();
      process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  private static Outcome limited(CompletableFuture<Outcome> future) throws InterruptedException {
    try {
      return future.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new Outcome.TimedOut();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpResponse refuse(HttpRequest request) {
    return Json.response(400, REFUSAL);
  }
}
