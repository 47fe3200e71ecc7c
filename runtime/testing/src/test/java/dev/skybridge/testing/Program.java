package dev.skybridge.testing;

import dev.skybridge.app.client.ClientRequest;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The command line as a process of its own. */
final class Program implements AutoCloseable {
  private final Process process;
  private final Path output;

  private Program(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts a command.
   *
   * @param output where its output goes
   * @param environment variables to be set, over this process's own
   */
  static Program start(Path output, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-Dskybridge.home=" + TestingRuntime.home());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.skybridge.app.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new Program(builder.start(), output);
  }

  /** A runtime on a data folder, once it serves. */
  static Program up(Path output, Path data, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("up", "--data", data.toString()));
    arguments.addAll(List.of(options));
    Program program = start(output, Map.of(), arguments.toArray(String[]::new));
    Await.until(
        "the runtime serves",
        () -> {
          if (!program.process.isAlive()) {
            throw new AssertionError("the runtime ended: " + program.output());
          }
          return program.output().contains("Ctrl-C stops everything.");
        });
    return program;
  }

  /** The client instance of the runtime on a data folder. */
  static VpcClient client(Path data) {
    var facts = new ControlClient(DataFolder.at(data)).ask(ControlClient.request("client"));
    Path authority = Path.of(facts.path("certificateAuthority").asText());
    return new VpcClient(facts.path("socksPort").asInt(), new ClientRequest(0, authority).trust());
  }

  Process process() {
    return process;
  }

  String output() throws IOException {
    return Files.readString(output);
  }

  /** Its exit status, once it has ended. */
  int await() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("still runs after 60 s: " + process.info());
    }
    return process.exitValue();
  }

  /** What it started that still runs. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  @Override
  public void close() {
    children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
  }
}
