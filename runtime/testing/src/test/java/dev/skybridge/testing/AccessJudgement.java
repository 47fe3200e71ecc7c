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

  /** Operations that check knows of tables. */
  private static final Set<String> ON_ITEMS =
      Set.of("GetItem", "PutItem", "UpdateItem", "DeleteItem", "Query", "Scan");

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
    Optional<ObjectNode> way = does.has("dynamodb") ? toTable(who, does) : toUrl(who, does);
    if (way.isEmpty()) {
      return Optional.empty();
    }
    ObjectNode check = way.get();
    check.putArray("deployments");
    JsonNode story = runtime.ask(check).path("judged").path(0);
    return Optional.of(story.path("refused").path(0).path("gate").asText("none"));
  }

  /**
   * Whether a judgement has the gate that refused a request: not where bytes were asked for, nor
   * where a function that answers was refused on its own way to its table.
   */
  static boolean isJudged(JsonNode does, String gate) {
    return !OF_BYTES.contains(gate) && (does.has("dynamodb") || !gate.equals("role policy"));
  }

  /** A function's operation on one table or index, as its own credentials sign it. */
  private static Optional<ObjectNode> toTable(String who, JsonNode does) {
    String function = who.replaceFirst("function ", "");
    boolean food = function.startsWith("food-");
    String account = food ? "777788889999" : "444455556666";
    String table = food ? "food-orders" : "beverage-orders";
    if (does.has("signature")
        || !ON_ITEMS.contains(does.path("dynamodb").asText())
        || !does.path("body").path("TableName").asText().equals(table)) {
      return Optional.empty();
    }
    String index = does.path("body").path("IndexName").asText();
    return Optional.of(
        ControlClient.request("check")
            .put("from", account + "/" + function)
            .put("method", does.path("dynamodb").asText())
            .put(
                "to",
                "arn:aws:dynamodb:eu-central-1:%s:table/%s%s"
                    .formatted(account, table, index.isEmpty() ? "" : "/index/" + index)));
  }

  private Optional<ObjectNode> toUrl(String who, JsonNode does) {
    Optional<Request> request = request(does);
    return request.isEmpty()
        ? Optional.empty()
        : from(who)
            .map(from ->
                ControlClient.request("check")
                    .put("from", from)
                    .put("method", request.get().method())
                    .put("to", request.get().url().toString()));
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

  private static Optional<Request> request(JsonNode does) {
    if (does.isObject()
        && (!does.has("request")
            || does.properties().stream().anyMatch(part -> !JUDGED.contains(part.getKey())))) {
      return Optional.empty();
    }
    return Optional.of(AccessActors.request(does));
  }
}
