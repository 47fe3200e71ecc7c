package dev.skybridge.dynamodb.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine answers as DynamoDB Local does. {@code -Dskybridge.differential.seconds} sets for how
 * long sequences are tried, {@code -Dskybridge.differential.seed} which is the first.
 */
class DifferentialTest {
  private static final int OPERATIONS = 60;
  private static final int MOST_DIFFERENCES = 25;

  @TempDir Path folder;

  @Test
  void engineAnswersAsDynamoDbLocalDoes() throws IOException, InterruptedException {
    assumeTrue(
        DynamoDbLocalSide.isThere(),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
    long seed = Long.getLong("skybridge.differential.seed", 20120810);
    long limit =
        System.nanoTime()
            + Duration.ofSeconds(Integer.getInteger("skybridge.differential.seconds", 20))
                .toNanos();
    Map<String, String> differences = new LinkedHashMap<>();
    try (DynamoDbLocalSide oracle = new DynamoDbLocalSide();
        DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      Conversation conversation = new Conversation(new EngineSide(engine), oracle);
      int sequences = 0;
      int most = Integer.getInteger("skybridge.differential.sequences", 80);
      while (sequences < most
          && System.nanoTime() < limit
          && differences.size() < MOST_DIFFERENCES) {
        List<Call> calls = sequence(seed++);
        sequences++;
        Optional<Conversation.Difference> found = conversation.hold("table", calls);
        if (found.isPresent()) {
          List<Call> until = calls.subList(0, found.get().index() + 1);
          List<Call> shortest = conversation.shrunk("table", until);
          String last = conversation.hold("table", shortest).orElse(found.get()).toString();
          differences.putIfAbsent(
              last, "seed " + (seed - 1) + ":\n" + join(shortest) + "\n" + last);
        }
      }
      System.out.printf(
          "compared %d answers of %d sequences; %d sequences ended in a failure of DynamoDB Local's"
              + " own, %d in an update too large with its local indexes%n",
          conversation.compared(), sequences, conversation.failed(), conversation.beyond());
      assertThat(conversation.compared()).isGreaterThan(100);
    }
    assertThat(differences.values().stream().map(text -> text + "\n\n"))
        .as("%d differences", differences.size())
        .isEmpty();
  }

  private static List<Call> sequence(long seed) {
    Values values = new Values(new Random(seed));
    Schema schema = Schema.random("table", values);
    Requests requests = new Requests(values, schema);
    List<Call> calls = new ArrayList<>();
    calls.add(Call.once("CreateTable", schema.createTable()));
    for (int i = 0; i < OPERATIONS; i++) {
      calls.add(requests.next());
    }
    return calls;
  }

  private static String join(List<Call> calls) {
    return String.join("\n", calls.stream().map(Call::toString).toList());
  }
}
