package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends a sequence of operations to both sides and compares each pair of answers. */
final class Conversation {
  private static final int MOST_PAGES = 60;
  private static final int SEGMENTS = 3;

  /**
   * Errors of one item at the time of an update. Which of several is reported depends on the order
   * of a hash table in DynamoDB Local.
   */
  private static final Set<String> AT_UPDATE =
      Set.of(
          "The document path provided in the update expression is invalid for update",
          "An operand in the update expression has an incorrect data type",
          "The provided expression refers to an attribute that does not exist in the item",
          "DynamoDB only supports precision up to 38 digits",
          "Number overflow. Attempting to store a number with magnitude larger than supported range",
          "Number underflow. Attempting to store a number with magnitude smaller than supported"
              + " range");

  private final Side engine;
  private final Side oracle;
  private int compared;
  private int failed;

  /** Updates that DynamoDB refuses and DynamoDB Local does not, after which a sequence ends. */
  private int beyond;

  /** Sequences so far: idempotency tokens are those of one. */
  private int attempts;

  Conversation(Side engine, Side oracle) {
    this.engine = engine;
    this.oracle = oracle;
  }

  /** How many pairs of answers were compared. */
  int compared() {
    return compared;
  }

  /** How many answers of DynamoDB Local were a failure of its own, after which a sequence ends. */
  int failed() {
    return failed;
  }

  /** How many sequences ended in an item too large with its local indexes. */
  int beyond() {
    return beyond;
  }

  /**
   * Answers that differ.
   *
   * @param index of the operation in its sequence
   */
  record Difference(int index, Call call, JsonNode engine, JsonNode oracle) {
    @Override
    public String toString() {
      return call + "\n  engine: " + engine + "\n  oracle: " + oracle;
    }
  }

  /** The first difference of a sequence that begins with CreateTable on fresh tables. */
  Optional<Difference> hold(String table, List<Call> calls) {
    ObjectNode name = Values.object().put("TableName", table);
    engine.call("DeleteTable", name);
    oracle.call("DeleteTable", name);
    attempts++;
    for (int i = 0; i < calls.size(); i++) {
      Call call = withToken(calls.get(i));
      JsonNode theirs = answers(oracle, call);
      if (theirs.toString().contains("InternalFailure")
          || (call.way() == Call.Way.SETTLED && Settled.isUnderWay(theirs.path(1)))) {
        failed++;
        return Optional.empty();
      }
      JsonNode ours = answers(engine, call);
      compared++;
      if (isBeyondLocalIndexes(ours, theirs)) {
        beyond++;
        return Optional.empty();
      }
      if (!ours.equals(theirs)
          && !isSameUpdateError(ours, theirs)
          && !isStartAtTheEnd(ours, theirs)
          && !isSameButForTies(call, ours, theirs)) {
        return Optional.of(new Difference(i, call, ours, theirs));
      }
    }
    return Optional.empty();
  }

  private Call withToken(Call call) {
    if (!call.request().has("ClientRequestToken")) {
      return call;
    }
    ObjectNode request = call.request().deepCopy();
    String token = request.get("ClientRequestToken").textValue();
    return new Call(
        call.operation(), request.put("ClientRequestToken", token + "-" + attempts), call.way());
  }

  private static boolean isSameUpdateError(JsonNode ours, JsonNode theirs) {
    return AT_UPDATE.contains(ours.path("message").asText())
        && AT_UPDATE.contains(theirs.path("message").asText());
  }

  /**
   * An item and its entries in local indexes may have 400 KB together, by DynamoDB's documentation.
   * DynamoDB Local holds puts to that, and no updates.
   */
  private static boolean isBeyondLocalIndexes(JsonNode ours, JsonNode theirs) {
    return theirs.path("status").asInt() == 200
        && ours.path("message")
            .asText()
            .equals("Item size to update has exceeded the maximum allowed size");
  }

  /** DynamoDB Local refuses to begin after the last key that a condition allows. */
  private static boolean isStartAtTheEnd(JsonNode ours, JsonNode theirs) {
    return theirs
            .findPath("message")
            .asText()
            .equals("The provided starting key does not match the range key predicate")
        && ours.findPath("status").asInt() == 200
        && ours.findPath("ScannedCount").asInt(-1) == 0;
  }

  /** Entries of a local index with the same sort key have no order: where it is the same, equal. */
  private boolean isSameButForTies(Call call, JsonNode ours, JsonNode theirs) {
    return call.operation().equals("Query")
        && call.request().path("IndexName").asText().equals("local")
        && ours.findValues("i1").equals(theirs.findValues("i1"))
        && answers(engine, call, true).equals(answers(oracle, call, true));
  }

  private static JsonNode answers(Side side, Call call) {
    return answers(
        side,
        call,
        call.operation().equals("Scan")
            || call.request().path("IndexName").asText().startsWith("global"));
  }

  private static JsonNode answers(Side side, Call call, boolean unordered) {
    return switch (call.way()) {
      case ONCE -> Normal.of(call, side.call(call.operation(), call.request()), unordered);
      case PAGES -> pages(side, call, unordered);
      case SEGMENTS -> segments(side, call);
      case SETTLED -> settled(side, call);
    };
  }

  private static JsonNode pages(Side side, Call call, boolean unordered) {
    ObjectNode request = call.request().deepCopy();
    List<JsonNode> answers = new ArrayList<>();
    while (answers.size() < MOST_PAGES) {
      JsonNode answer = Normal.of(call, side.call(call.operation(), request), unordered);
      answers.add(answer);
      if (!answer.has("LastEvaluatedKey")) {
        break;
      }
      request.set("ExclusiveStartKey", answer.get("LastEvaluatedKey"));
    }
    leaveOutEmptyEnd(answers);
    return unordered ? together(answers) : Values.object().putArray("").addAll(answers);
  }

  /**
   * A page that ends with the last key that its condition allows has a key to go on or has none, by
   * DynamoDB's documentation; the engine always tells one, DynamoDB Local at times.
   */
  private static void leaveOutEmptyEnd(List<JsonNode> pages) {
    if (pages.size() > 1 && pages.getLast().path("ScannedCount").asInt(-1) == 0) {
      pages.removeLast();
      ((ObjectNode) pages.getLast()).remove("LastEvaluatedKey");
    }
  }

  private static JsonNode settled(Side side, Call call) {
    ArrayNode answers = Values.object().putArray("");
    answers.add(Normal.of(call, side.call(call.operation(), call.request()), false));
    Call description =
        Call.once(
            "DescribeTable", Values.object().set("TableName", call.request().get("TableName")));
    answers.add(
        Normal.of(description, Settled.call(side, "DescribeTable", description.request()), false));
    return answers;
  }

  private static JsonNode segments(Side side, Call call) {
    List<JsonNode> answers = new ArrayList<>();
    for (int segment = 0; segment < SEGMENTS; segment++) {
      ObjectNode request = call.request().deepCopy();
      request.remove("Limit");
      request.put("Segment", segment).put("TotalSegments", SEGMENTS);
      answers.add(Normal.of(call, side.call(call.operation(), request), true));
    }
    return together(answers);
  }

  /** What answers whose items have no order amount to. */
  private static JsonNode together(List<JsonNode> answers) {
    ArrayNode items = Values.object().putArray("Items");
    int count = 0;
    int scanned = 0;
    for (JsonNode answer : answers) {
      if (answer.path("status").asInt() != 200) {
        return answer;
      }
      answer.path("Items").forEach(items::add);
      count += answer.path("Count").asInt();
      scanned += answer.path("ScannedCount").asInt();
    }
    ObjectNode sum = Values.object().put("Count", count).put("ScannedCount", scanned);
    sum.set("Items", Normal.sorted(items));
    return sum;
  }

  /** The shortest sequence that a few attempts find which still ends in a difference. */
  List<Call> shrunk(String table, List<Call> calls) {
    List<Call> shortest = new ArrayList<>(calls);
    for (int chunk = Math.max(1, shortest.size() / 2); chunk > 0; chunk /= 2) {
      for (int from = shortest.size() - 1 - chunk; from > 0; from -= chunk) {
        List<Call> attempt = new ArrayList<>(shortest);
        attempt.subList(from, Math.min(from + chunk, shortest.size() - 1)).clear();
        if (hold(table, attempt).isPresent()) {
          shortest = attempt;
        }
      }
    }
    return shortest;
  }
}
