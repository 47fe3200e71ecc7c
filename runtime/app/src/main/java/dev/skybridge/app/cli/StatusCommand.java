package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.app.control.ControlClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Tells what runs, since when, where its data lies, and how its targets are.")
final class StatusCommand implements Callable<Integer> {
  /** What init scripts answer for a program that is not running (LSB). */
  private static final int NOT_RUNNING = 3;

  @Mixin private Place place = new Place();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    var out = Output.of(spec);
    if (!place.control().isRunning()) {
      if (json) {
        out.println(
            Output.pretty(
                new ObjectMapper()
                    .createObjectNode()
                    .put("running", false)
                    .put("data", place.data().root().toString())));
      } else {
        out.println("No runtime runs on " + place.data().root() + ". Start one: ./skybridge up");
      }
      return NOT_RUNNING;
    }
    JsonNode status = place.control().ask(statusRequest());
    if (json) {
      out.println(Output.pretty(status));
    } else {
      StatusText.lines(status, true).forEach(out::println);
    }
    return 0;
  }

  private com.fasterxml.jackson.databind.node.ObjectNode statusRequest() {
    var request = ControlClient.request("status");
    var states = request.putObject("states");
    for (var deployment : place.deployments().all()) {
      states.put(
          deployment.name(),
          new dev.skybridge.app.deployment.Workspace(place.data(), deployment).state().toString());
    }
    return request;
  }
}
