package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.UserError;
import dev.skybridge.app.access.MatrixText;
import dev.skybridge.app.control.ControlClient;
import dev.skybridge.app.explain.StoryText;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Tells whether somebody reaches something, by the gates of serving; nothing is sent."
            + " Exit status: 0 reached, 3 refused.")
final class CheckCommand implements Callable<Integer> {
  /** Something is refused: the answer, not a failure. */
  private static final int REFUSED = 3;

  @Mixin private Place place = new Place();

  @Option(
      names = "--from",
      paramLabel = "WHO",
      description =
          "client, eni-ID, a role's ARN or name, ACCOUNT/FUNCTION, or an account (number or deployment).")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "WHAT",
      description =
          "A URL, or the ARN of an API's method, a table, an index, a secret, a key or a function.")
  private @Nullable String to;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "HTTP method (default: GET), or the operation on a table or key (default: all).")
  private @Nullable String method;

  @Option(
      names = "--as",
      paramLabel = "ROLE",
      description = "As this role, which WHO assumes; its requests to an API are signed.")
  private @Nullable String role;

  @Option(names = "--matrix", description = "Who reaches what: all against all.")
  private boolean matrix;

  @Option(names = "--all", description = "With --matrix --json: list each refused cell too.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (matrix) {
      return matrix();
    }
    if (from == null || to == null) {
      throw new UserError(
          "check: --from or --to is missing",
          "For example: ./skybridge check --from client --to https://HOST/PATH, or ./skybridge check --matrix");
    }
    ObjectNode request = place.request("check").put("from", from).put("to", to);
    if (method != null) {
      request.put("method", method);
    }
    if (role != null) {
      request.put("as", role);
    }
    JsonNode answer = place.control().ask(request);
    var out = Output.of(spec);
    if (json) {
      out.println(Output.pretty(answer));
    } else {
      for (JsonNode story : answer.path("judged")) {
        StoryText.lines(story).forEach(out::println);
      }
    }
    return answer.path("reaches").asBoolean() ? 0 : REFUSED;
  }

  private int matrix() {
    JsonNode answer = place.control().ask(ControlClient.request("matrix").put("all", all && json));
    var out = Output.of(spec);
    if (json) {
      out.println(Output.pretty(answer));
    } else {
      MatrixText.lines(answer).forEach(out::println);
    }
    return 0;
  }
}
