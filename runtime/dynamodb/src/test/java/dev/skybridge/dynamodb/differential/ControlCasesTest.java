package dev.skybridge.dynamodb.differential;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code cases/control.jsonl}: operations on tables and unusual requests, one after the other, to
 * both sides.
 */
class ControlCasesTest {
  @TempDir Path folder;

  @Test
  void tablesAreMadeChangedAndRefusedAsByDynamoDbLocal() throws IOException, InterruptedException {
    assumeTrue(
        DynamoDbLocalSide.isThere(),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
    List<String> differences = new ArrayList<>();
    try (DynamoDbLocalSide oracle = new DynamoDbLocalSide();
        DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      EngineSide ours = new EngineSide(engine);
      for (JsonNode test : cases()) {
        String operation = test.get("operation").textValue();
        ObjectNode request = (ObjectNode) test.get("request");
        Call call = Call.once(operation, request);
        JsonNode expected = Normal.of(call, settled(oracle, operation, request), true);
        JsonNode answer = Normal.of(call, settled(ours, operation, request), true);
        if (!answer.equals(expected)) {
          differences.add(call + "\n  engine: " + answer + "\n  oracle: " + expected + "\n");
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static Side.Reply settled(Side side, String operation, ObjectNode request) {
    return operation.startsWith("Describe")
        ? Settled.call(side, operation, request)
        : side.call(operation, request);
  }

  private static List<JsonNode> cases() throws IOException {
    List<JsonNode> cases = new ArrayList<>();
    try (var stream =
        requireNonNull(ControlCasesTest.class.getResourceAsStream("/cases/control.jsonl"))) {
      for (String line : new String(stream.readAllBytes(), UTF_8).lines().toList()) {
        cases.add(EngineSide.JSON.readTree(line));
      }
    }
    return cases;
  }
}
