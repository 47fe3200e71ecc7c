package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.explain.StoryText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains why a request was refused or let through: gate, statement, where it is written, what is missing.")
final class ExplainCommand implements Callable<Integer> {
  @Mixin private Place place = new Place();

  @Parameters(
      paramLabel = "REQUEST-ID",
      defaultValue = "last",
      description = "last (the default), an X-Amzn-Trace-Id root, or an x-amzn-RequestId.")
  private String id = "last";

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    JsonNode story = place.control().ask(place.request("explain").put("id", id));
    var out = Output.of(spec);
    if (json) {
      out.println(Output.pretty(story));
    } else {
      StoryText.lines(story).forEach(out::println);
    }
    return 0;
  }
}
