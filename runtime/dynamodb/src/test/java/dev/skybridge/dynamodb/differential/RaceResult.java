package dev.skybridge.dynamodb.differential;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * What a race came to on one side.
 *
 * @param outcomes how often each contest was won, and how often lost by which error
 * @param left the items afterwards, without who won and without what depends on the order
 */
record RaceResult(Map<String, Map<String, Integer>> outcomes, Map<String, JsonNode> left) {
  /** Errors that say: at this moment, send it again. */
  private static final String AGAIN = ".*(TransactionConflict|TransactionInProgress).*";

  private static final int MOST_ATTEMPTS = 10_000;
  private static final String WON = "won";

  /** Runs all writers at once, and checks what must be true on any side. */
  static RaceResult of(Side side, Race race, int round) {
    ObjectNode table = Values.object().put("TableName", Race.TABLE);
    side.call("DeleteTable", table);
    assertThat(side.call("CreateTable", Race.createTable()).status()).isEqualTo(200);
    race.before().forEach(put -> assertThat(side.call("PutItem", put).status()).isEqualTo(200));
    ConcurrentHashMap<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    Map<String, Integer> winners = new ConcurrentHashMap<>();
    CountDownLatch begin = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int number = 0; number < race.writers().size(); number++) {
      int writer = number;
      Thread thread =
          Thread.ofPlatform()
              .unstarted(() -> {
                await(begin);
                for (Race.Attempt attempt : race.writers().get(writer)) {
                  String outcome = outcome(side, attempt, round);
                  counts
                      .computeIfAbsent(
                          attempt.contest() + "\n" + outcome, key -> new AtomicInteger())
                      .incrementAndGet();
                  if (outcome.equals(WON)) {
                    winners.put(attempt.contest(), writer);
                  }
                }
              });
      thread.setUncaughtExceptionHandler((failed, failure) -> {
        synchronized (failures) {
          failures.add(failure);
        }
      });
      threads.add(thread);
      thread.start();
    }
    begin.countDown();
    threads.forEach(RaceResult::join);
    assertThat(failures).isEmpty();
    Map<String, Map<String, Integer>> outcomes = new TreeMap<>();
    counts.forEach((key, count) -> {
      String[] parts = key.split("\n", 2);
      outcomes.computeIfAbsent(parts[0], contest -> new TreeMap<>()).put(parts[1], count.get());
    });
    Map<String, JsonNode> items = items(side, table);
    checkAccounts(outcomes, items);
    return new RaceResult(comparable(outcomes), left(items, winners));
  }

  /** Sends an attempt until it is won or lost. */
  private static String outcome(Side side, Race.Attempt attempt, int round) {
    ObjectNode request = attempt.request();
    if (request.has("ClientRequestToken")) {
      request = request.deepCopy();
      request.put(
          "ClientRequestToken", request.get("ClientRequestToken").textValue() + "-" + round);
    }
    for (int attempts = 0; attempts < MOST_ATTEMPTS; attempts++) {
      Side.Reply reply = side.call(attempt.operation(), request);
      if (reply.status() == 200) {
        return attempt.operation().equals("TransactGetItems") ? seen(reply.body()) : WON;
      }
      String error = error(reply.body());
      if (!error.matches(AGAIN)) {
        return error;
      }
    }
    return "no end of conflicts";
  }

  /** Both items of a pair, of one writer, or none. */
  private static String seen(JsonNode body) {
    JsonNode left = body.at("/Responses/0/Item/owner");
    JsonNode right = body.at("/Responses/1/Item/owner");
    return left.equals(right) ? "whole" : "half: " + body;
  }

  private static String error(JsonNode body) {
    String type = body.path("__type").asText();
    List<String> reasons = new ArrayList<>();
    body.path("CancellationReasons").forEach(reason -> reasons.add(reason.path("Code").asText()));
    return type.substring(type.indexOf('#') + 1) + (reasons.isEmpty() ? "" : reasons);
  }

  private static Map<String, JsonNode> items(Side side, ObjectNode table) {
    Map<String, JsonNode> items = new TreeMap<>();
    JsonNode scanned = side.call("Scan", table).body();
    assertThat(scanned.has("LastEvaluatedKey")).isFalse();
    scanned.path("Items").forEach(item -> items.put(item.at("/h/S").asText(), item));
    return items;
  }

  /** Balances are what the transfers that were acknowledged make of them. */
  private static void checkAccounts(
      Map<String, Map<String, Integer>> outcomes, Map<String, JsonNode> items) {
    Map<String, Integer> balances = new HashMap<>();
    items.keySet().stream()
        .filter(key -> key.startsWith("account-"))
        .forEach(key -> balances.put(key, Race.ACCOUNT));
    outcomes.forEach((contest, counts) -> {
      if (contest.startsWith("transfer ")) {
        String[] parts = contest.split(" ", 4);
        int amount = Integer.parseInt(parts[3]) * counts.getOrDefault(WON, 0);
        balances.merge("account-" + parts[1], -amount, Integer::sum);
        balances.merge("account-" + parts[2], amount, Integer::sum);
      }
    });
    Map<String, Integer> found =
        balances.keySet().stream()
            .collect(
                Collectors.toMap(
                    key -> key, key -> requireNonNull(items.get(key)).at("/balance/N").asInt()));
    assertThat(found)
        .isEqualTo(balances)
        .allSatisfy((key, value) -> assertThat(value).isNotNegative());
  }

  /** Of transfers, only by which errors they may be lost. */
  private static Map<String, Map<String, Integer>> comparable(
      Map<String, Map<String, Integer>> outcomes) {
    Map<String, Map<String, Integer>> comparable = new TreeMap<>();
    outcomes.forEach((contest, counts) -> {
      if (contest.startsWith("transfer ")) {
        assertThat(new TreeSet<>(counts.keySet()))
            .isSubsetOf(WON, "TransactionCanceledException[ConditionalCheckFailed, None]");
      } else {
        comparable.put(contest, counts);
      }
    });
    return comparable;
  }

  /** The items without their owners, each of which must be who won; and without balances. */
  private static Map<String, JsonNode> left(
      Map<String, JsonNode> items, Map<String, Integer> winners) {
    Map<String, JsonNode> left = new TreeMap<>();
    items.forEach((key, item) -> {
      ObjectNode copy = item.deepCopy();
      JsonNode owner = copy.remove("owner");
      if (owner != null) {
        String contest =
            key.startsWith("version-")
                ? key + "-" + (item.at("/v/N").asInt() - 1)
                : key.replaceFirst("left|right", "pair");
        assertThat(owner.path("N").asInt()).as(key).isEqualTo(winners.get(contest));
      }
      copy.remove("balance");
      if (copy.has("n")) {
        String number =
            new BigDecimal(copy.at("/n/N").textValue()).stripTrailingZeros().toPlainString();
        copy.put("n", number);
      }
      left.put(key, Normal.sorted(Values.object().putArray("").add(copy)));
    });
    return left;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
