package dev.skybridge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process with 64 writers is killed again and again, {@code -Dskybridge.crash.rounds=100} for the
 * long form. Whatever it told as written is there, of a transaction all or nothing, and every index
 * equals its table.
 */
class CrashTest {
  private static final int ROUNDS = Integer.getInteger("skybridge.crash.rounds", 2);
  private static final long SEED = Long.getLong("skybridge.crash.seed", 20_261_125);
  private static final int LEAST_STEPS = 200;
  private static final int MOST_STEPS = 6_000;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedOutlivesTheProcess() throws Exception {
    Random random = new Random(SEED);
    long acknowledged = 0;
    for (int round = 0; round < ROUNDS; round++) {
      CrashScript script = new CrashScript(round);
      Map<Integer, Integer> steps =
          killAfter(script, random.nextInt(LEAST_STEPS, MOST_STEPS), random.nextInt(2_000_000));
      acknowledged += steps.values().stream().mapToLong(Integer::longValue).sum();
      check(script, steps);
    }
    System.out.println(
        ROUNDS
            + " kills, "
            + acknowledged
            + " acknowledged steps, none missing, no half transaction");
  }

  /** Lets the writers do so many steps, waits a little, kills; the last step of each writer. */
  private Map<Integer, Integer> killAfter(CrashScript script, int count, int nanos)
      throws IOException {
    Process process =
        ChildJvm.of(CrashWriters.class, folder.toString(), Integer.toString(script.round()))
            .start();
    Map<Integer, Integer> steps = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))) {
      int read = 0;
      for (String line = lines.readLine(); line != null; line = whole(lines)) {
        String[] parts = line.split(" ", 2);
        steps.put(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
        if (++read == count) {
          LockSupport.parkNanos(nanos);
          // By its handle: the process itself would close its output, and with it what is unread.
          process.toHandle().destroyForcibly();
        }
      }
      assertThat(read).as("steps before it ended").isGreaterThanOrEqualTo(count);
    } finally {
      process.destroyForcibly();
    }
    return steps;
  }

  /** The next line; null for one that the kill cut. */
  private static @Nullable String whole(BufferedReader lines) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = lines.read(); c != '\n'; c = lines.read()) {
      if (c < 0) {
        return null;
      }
      line.append((char) c);
    }
    return line.toString();
  }

  private void check(CrashScript script, Map<Integer, Integer> steps) {
    try (DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      Calls calls = new Calls(engine);
      for (int writer = 0; writer < CrashScript.WRITERS; writer++) {
        int done = steps.getOrDefault(writer, 0);
        // The step after the last that was told may have happened, whole, before the kill.
        assertThat(CrashScript.found(partition(calls, script, writer)))
            .as("writer %d, %d steps", writer, done)
            .isIn(CrashScript.expected(done), CrashScript.expected(done + 1));
      }
      List<JsonNode> items = all(calls, script, "");
      List<JsonNode> indexed = items.stream().filter(item -> item.has("step")).toList();
      assertThat(all(calls, script, ",'IndexName':'by-day'"))
          .containsExactlyInAnyOrderElementsOf(indexed);
      assertThat(all(calls, script, ",'IndexName':'by-step'"))
          .containsExactlyInAnyOrderElementsOf(indexed);
      JsonNode table =
          calls.ok("DescribeTable", "{'TableName':'%s'}".formatted(script.table())).path("Table");
      assertThat(table.path("ItemCount").asInt()).isEqualTo(items.size());
      assertThat(table.at("/GlobalSecondaryIndexes/0/ItemCount").asInt()).isEqualTo(indexed.size());
      calls.ok("DeleteTable", "{'TableName':'%s'}".formatted(script.table()));
    }
  }

  private static JsonNode partition(Calls calls, CrashScript script, int writer) {
    return calls
        .ok(
            "Query",
            """
            {'TableName':'%s','KeyConditionExpression':'pk = :p',
             'ExpressionAttributeValues':{':p':{'S':'%s'}}}
            """
                .formatted(script.table(), CrashScript.partition(writer)))
        .path("Items");
  }

  private static List<JsonNode> all(Calls calls, CrashScript script, String index) {
    List<JsonNode> items = new ArrayList<>();
    String start = "";
    do {
      JsonNode page =
          calls.ok("Scan", "{'TableName':'%s'%s%s}".formatted(script.table(), index, start));
      page.path("Items").forEach(items::add);
      start =
          page.has("LastEvaluatedKey")
              ? ",'ExclusiveStartKey':" + page.path("LastEvaluatedKey")
              : "";
    } while (!start.isEmpty());
    return items;
  }
}
