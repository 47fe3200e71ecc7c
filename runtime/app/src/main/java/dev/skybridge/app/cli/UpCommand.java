package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.Installation;
import dev.skybridge.app.Ports;
import dev.skybridge.app.UserError;
import dev.skybridge.app.boot.Boot;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.data.FolderLock;
import dev.skybridge.app.data.TableStore;
import dev.skybridge.app.deployment.Terraform;
import dev.skybridge.app.preparation.Preparation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Boots all accounts and stays in front; Ctrl-C stops everything.")
final class UpCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Mixin private Place place = new Place();

  @Option(names = "--detach", description = "Return when ready; skybridge down stops it.")
  private boolean detach;

  @Option(names = "--empty", description = "Start with nothing; ./skybridge apply fills it.")
  private boolean empty;

  @Option(
      names = "--socks-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of the client's door on 127.0.0.1, 0 to 65535 (default: any free one).")
  private int socksPort;

  @Option(
      names = "--dynamodb",
      paramLabel = "URL",
      description =
          "Keep the tables' items at this endpoint, which speaks DynamoDB's API; the next starts on"
              + " the folder do too. `embedded` goes back to the engine within this program.")
  private @Nullable String dynamoDb;

  @Option(
      names = "--api-port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "Port of AWS's API on 127.0.0.1, 0 to 65535 (default: any free one).")
  private int apiPort;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter out = Output.of(spec);
    checkPort("--socks-port", socksPort);
    checkPort("--api-port", apiPort);
    TableStore tables =
        dynamoDb == null ? TableStore.remembered(place.data()) : TableStore.parse(dynamoDb);
    if (detach) {
      return detached(out);
    }
    Boot.Source source = empty ? Boot.Source.NOTHING : Boot.Source.SNAPSHOT;
    Ports ports = new Ports(socksPort, apiPort);
    try (Boot boot = Boot.start(place.plan(source, ports, tables), line -> say(out, line))) {
      Runtime.getRuntime().addShutdownHook(new Thread(boot::close, "shutdown"));
      printReady(out);
      out.println();
      out.println("Ctrl-C stops everything.");
      out.flush();
      Preparation.of(new Installation(place.home()))
          .ifPresent(preparation -> prepare(preparation, boot));
      boot.runtime().awaitStop();
    }
    return 0;
  }

  private static void checkPort(String option, int port) {
    if (port < 0 || port > 65535) {
      throw new UserError(
          option + ": " + port + " (expected: 0-65535)", "Name a free port, or leave it out.");
    }
  }

  /** Makes the next start quick, behind the back of this one. */
  private static void prepare(Preparation preparation, Boot boot) {
    Thread.ofVirtual()
        .name("preparation")
        .start(() -> {
          try {
            preparation.make(ThisProgram.command(), boot.runtime().processes()::start);
          } catch (IOException e) {
            System.getLogger("skybridge.preparation")
                .log(System.Logger.Level.WARNING, "the next start will be no quicker", e);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private static void say(PrintWriter out, String line) {
    out.println(line);
    out.flush();
  }

  private void printReady(PrintWriter out) {
    JsonNode status = place.control().ask(ControlClient.request("status"));
    out.println();
    StatusText.lines(status, false).forEach(out::println);
    out.println();
    out.println("Try it:");
    JsonNode names = status.path("names");
    if (names.isEmpty()) {
      out.println("  ./skybridge apply");
    } else {
      String domain = place.control().ask(ControlClient.request("client")).path("domain").asText();
      out.println("  ./skybridge curl -X POST https://beverage." + domain + "/v1/orders \\");
      out.println(
          "      -H \"Content-Type: application/json\" -d '{\"fullName\":\"Max Mustermann\", \"beverage\":\"tea\"}'");
      out.println("  ./skybridge curl https://food." + domain + "/v1/orders");
      out.println("  ./skybridge trace last");
      out.println("  ./skybridge shell");
      out.println("  ./skybridge aws sts get-caller-identity");
    }
    if (Terraform.onPath().isEmpty()) {
      out.println(
          "Terraform is not on the PATH: all of this works, but the infrastructure cannot be changed.");
    } else {
      out.println("  ./skybridge terraform consumer plan");
    }
  }

  /**
   * Starts this program again in the background, in a session of its own, and waits until it
   * answers.
   */
  private int detached(PrintWriter out) throws IOException, InterruptedException {
    if (place.control().isRunning()) {
      throw FolderLock.alreadyRunning(place.data());
    }
    place.data().open();
    Path log = place.data().path("up.log");
    Process process =
        new ProcessBuilder(detachedCommand())
            .redirectErrorStream(true)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(log.toFile())
            .start();
    out.println("Booting (its output: " + log + ")...");
    out.flush();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!isReady(log)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        process.destroy();
        throw new UserError(
            "the runtime did not start:\n" + Files.readString(log),
            "Mend what it says and try again.");
      }
      Thread.sleep(Duration.ofMillis(50));
    }
    printReady(out);
    return 0;
  }

  private boolean isReady(Path log) throws IOException {
    return Files.readString(log).contains("Ctrl-C stops everything.");
  }

  private List<String> detachedCommand() {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
      command.add("/usr/bin/setsid");
    }
    command.addAll(ThisProgram.command());
    command.addAll(List.of("up", "--data", place.data().root().toString()));
    command.add("--socks-port=" + socksPort);
    command.add("--api-port=" + apiPort);
    if (empty) {
      command.add("--empty");
    }
    if (dynamoDb != null) {
      command.add("--dynamodb=" + dynamoDb);
    }
    return command;
  }
}
