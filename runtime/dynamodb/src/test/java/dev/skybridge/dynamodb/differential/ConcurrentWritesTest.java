package dev.skybridge.dynamodb.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Conditional and transactional writes at the same time end on the engine as on DynamoDB Local.
 * {@code -Dskybridge.differential.races} sets how many races there are, {@code
 * -Dskybridge.differential.seed} which is the first.
 */
class ConcurrentWritesTest {
  private static final int RACES = Integer.getInteger("skybridge.differential.races", 3);
  private static final long SEED = Long.getLong("skybridge.differential.seed", 20120810);

  @TempDir Path folder;

  @Test
  void contestsHaveAsManyWinnersAndLosersAsOnDynamoDbLocal()
      throws IOException, InterruptedException {
    assumeTrue(
        DynamoDbLocalSide.isThere(),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
    int attempts = 0;
    try (DynamoDbLocalSide oracle = new DynamoDbLocalSide();
        DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      for (int round = 0; round < RACES; round++) {
        Race race = new Race(SEED + round);
        RaceResult theirs = RaceResult.of(oracle, race, round);
        RaceResult ours = RaceResult.of(new EngineSide(engine), race, round);
        assertThat(ours.outcomes()).as("race %d", SEED + round).isEqualTo(theirs.outcomes());
        assertThat(ours.left()).as("race %d", SEED + round).isEqualTo(theirs.left());
        attempts += race.writers().stream().mapToInt(writer -> writer.size()).sum();
      }
    }
    System.out.printf("%d races, %d attempts to each side, the same outcomes%n", RACES, attempts);
  }
}
