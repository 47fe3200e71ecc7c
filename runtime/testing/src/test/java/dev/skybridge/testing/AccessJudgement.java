package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.app.control.ControlClient;
import java.util.Optional;
import java.util.Set;

/** What {@code check} says of an access case, where it can be asked: of requests without bytes. */
final class AccessJudgement {
  /** Gates that need bytes: of a request that is only judged there are none. */
  static final Set<String> OF_BYTES =
      Set.of("request", "TLS", "TLS handshake", "request validator", "integration");

  /** What a function that answers was refused itself, on its own way to its table. */
  private static final String OF_FUNCTIONS = "role policy";

  /** What a request may consist of that is judged before it is sent. */
  private static final Set<String> JUDGED = Set.of("request", "body");

  private final TestingRuntime runtime;

  AccessJudgement(TestingRuntime runtime) {
    this.runtime = runtime;
  }

  /**
   * The gate that would refuse, {@code none} if it reaches; empty where a judgement cannot be that
   * of the request: its headers, its signature or a connection without request are not its matter.
   */
  Optional<String> gate(String who, JsonNode does) {
    Optional<String> from = from(who);
    Optional<String[]> request = request(does);
    if (from.isEmpty() || request.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode check =
        ControlClient.request("check")
            .put("from", from.get())
            .put("method", request.get()[0])
            .put("to", request.get()[1]);
    check.putArray("deployments");
    JsonNode story = runtime.ask(check).path("judged").path(0);
    return Optional.of(story.path("refused").path(0).path("gate").asText("none"));
  }

  /** Whether a judgement has the gate that refused a request. */
  static boolean isJudged(String gate) {
    return !OF_BYTES.contains(gate) && !gate.equals(OF_FUNCTIONS);
  }

  private Optional<String> from(String who) {
    if (who.equals("client")) {
      return Optional.of(who);
    }
    if (!who.startsWith("interface ")) {
      return Optional.empty();
    }
    return Optional.of(AccessActors.card(runtime, who).id());
  }

  private static Optional<String[]> request(JsonNode does) {
    if (does.isObject()
        && (!does.has("request")
            || does.properties().stream().anyMatch(part -> !JUDGED.contains(part.getKey())))) {
      return Optional.empty();
    }
    Request request = AccessActors.request(does);
    return Optional.of(new String[] {request.method(), request.url().toString()});
  }
}
