package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.control.ControlClient;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Shows the gates that a request passed, and the one that refused it.")
final class TraceCommand implements Callable<Integer> {
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
    JsonNode trace = place.control().ask(ControlClient.request("trace").put("id", id));
    var out = Output.of(spec);
    if (json) {
      out.println(Output.pretty(trace));
    } else {
      print(trace, out);
    }
    return 0;
  }

  /** The request, then a line per gate, then why it was refused. */
  static void print(JsonNode trace, java.io.PrintWriter out) {
    out.println(trace.path("request").asText() + " -> " + trace.path("outcome").asText());
    out.println("  id " + trace.path("id").asText());
    for (JsonNode step : trace.path("steps")) {
      out.println(
          String.format(
              Locale.ROOT,
              "  %-7s %9.3f ms  %-22s %s",
              step.path("allowed").asBoolean() ? "passed" : "REFUSED",
              step.path("nanos").asLong() / 1e6,
              step.path("gate").asText(),
              step.path("place").asText()));
      out.println(
          "                        by "
              + step.path("owner").asText()
              + ": "
              + step.path("rule").asText());
      if (step.has("reason")) {
        out.println("                        because " + step.path("reason").asText());
      }
    }
  }
}
