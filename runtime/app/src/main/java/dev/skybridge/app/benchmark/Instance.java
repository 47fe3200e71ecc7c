package dev.skybridge.app.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A runtime in a process and a folder of its own, from start to end. */
final class Instance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");

  private final Process process;
  private final DataFolder data;
  private final Path log;
  private final ControlClient control;
  private final double readyMillis;

  /**
   * Starts one and waits until it answers.
   *
   * @param program how this program is started
   */
  Instance(List<String> program, Path folder, boolean empty)
      throws IOException, InterruptedException {
    this.data = DataFolder.at(folder);
    this.log = folder.resolveSibling(folder.getFileName() + ".log");
    this.control = new ControlClient(data);
    List<String> command = new ArrayList<>(program);
    command.addAll(List.of("up", "--data", folder.toString()));
    if (empty) {
      command.add("--empty");
    }
    long start = System.nanoTime();
    this.process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    while (!control.isRunning()) {
      if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
        process.destroyForcibly();
        throw new UserError(
            "the runtime did not start:\n" + Files.readString(log), "Mend it first.");
      }
      Thread.sleep(Duration.ofMillis(5));
    }
    this.readyMillis = (System.nanoTime() - start) / 1e6;
  }

  /** From the start of the process to the first answer on its control socket. */
  double readyMillis() {
    return readyMillis;
  }

  DataFolder data() {
    return data;
  }

  ControlClient control() {
    return control;
  }

  JsonNode client() {
    return control.ask(ControlClient.request("client"));
  }

  /** The resident memory of the runtime's own process, in MB. */
  double residentMegabytes() throws IOException {
    Matcher matcher =
        RESIDENT.matcher(Files.readString(Path.of("/proc/" + process.pid() + "/status")));
    if (!matcher.find()) {
      throw new IOException("no VmRSS of process " + process.pid());
    }
    return Double.parseDouble(matcher.group(1)) / 1024;
  }

  /** The log lines of a function that say what its invocations took. */
  List<String> reports(String function) {
    List<String> reports = new ArrayList<>();
    control
        .ask(ControlClient.request("logs").put("function", function).put("lines", 10_000))
        .path("lines")
        .forEach(line -> {
          if (line.asText().startsWith("REPORT ")) {
            reports.add(line.asText());
          }
        });
    return reports;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    data.delete();
    Files.deleteIfExists(log);
  }
}
