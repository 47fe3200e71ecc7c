package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.control.ControlClient;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
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
  /** How many events are looked at each time; more than come in one period. */
  private static final int FOLLOWED = 5000;

  private static final Duration PERIOD = Duration.ofMillis(300);

  @Mixin private Place place = new Place();

  @Parameters(paramLabel = "FUNCTION", description = "The function's name, e.g. food-post-order.")
  private String function = "";

  @Option(
      names = {"-n", "--lines"},
      defaultValue = "100",
      description = "How many lines (default: 100).")
  private int lines;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on with what comes, until Ctrl-C or the runtime's end.")
  private boolean follow;

  @Option(names = "--json", description = "Print JSON; with --follow one object per line.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode answer = ask(lines);
    if (follow) {
      follow(answer);
    } else if (json) {
      Output.of(spec).println(Output.pretty(answer));
    } else {
      answer.path("lines").forEach(line -> Output.of(spec).println(line.asText()));
    }
    return 0;
  }

  private JsonNode ask(int limit) {
    return place
        .control()
        .ask(ControlClient.request("logs").put("function", function).put("lines", limit));
  }

  /** Looks again and again at the log's end: as long as the runtime answers. */
  private void follow(JsonNode begin) throws InterruptedException {
    LogFollower follower = new LogFollower();
    PrintWriter out = Output.of(spec);
    int shown = begin.path("events").size();
    List<JsonNode> fresh = follower.fresh(ask(FOLLOWED).path("events"));
    fresh = fresh.subList(Math.max(0, fresh.size() - shown), fresh.size());
    while (true) {
      fresh.forEach(event -> out.println(json ? event.toString() : event.path("message").asText()));
      out.flush();
      Thread.sleep(PERIOD);
      try {
        fresh = follower.fresh(ask(FOLLOWED).path("events"));
      } catch (UserError e) {
        if (place.control().isRunning()) {
          throw e;
        }
        return;
      }
    }
  }
}
