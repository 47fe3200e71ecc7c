package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "logs",
    mixinStandardHelpOptions = true,
    description = "Shows the latest log lines of a Lambda function.")
final class LogsCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "FUNCTION", description = "The function's name, e.g. food-post-order.")
  private String function = "";

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "100",
      description = "How many lines (default: 100).")
  private int lines;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    JsonNode answer =
        place
            .control()
            .ask(ControlClient.request("logs").put("function", function).put("lines", lines));
    if (json) {
      Output.of(spec).println(Output.pretty(answer));
    } else {
      answer.path("lines").forEach(line -> Output.of(spec).println(line.asText()));
    }
    return 0;
  }
}
