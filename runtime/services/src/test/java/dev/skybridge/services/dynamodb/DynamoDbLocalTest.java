package dev.skybridge.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables on a real DynamoDB Local; skipped where the build has not fetched it. */
class DynamoDbLocalTest {
  private static final String PUT = "{'TableName':'orders','Item':{'pk':{'S':'1'}}}";
  private static final String GET = "{'TableName':'orders','Key':{'pk':{'S':'1'}}}";
  private static final String ITEM = "{\"Item\":{\"pk\":{\"S\":\"1\"}}}";

  @TempDir Path folder;

  @BeforeEach
  void isFetched() {
    assumeTrue(
        DynamoDbLocal.isThere(TestingDynamoDb.LIBRARY),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
  }

  @Test
  void itemsAreKeptPerAccountAndSurviveAKill() throws Exception {
    try (TestingDynamoDb dynamoDb = new TestingDynamoDb(folder)) {
      dynamoDb.serve(
          TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "a"),
          TestingDynamoDb.orders(TestingDynamoDb.FOOD, "b"));
      assertThat(dynamoDb.call("PutItem", PUT).text()).isEqualTo("{}");
      killAll();

      assertThat(dynamoDb.call("GetItem", GET).text()).isEqualTo(ITEM);
      dynamoDb.scope = TestingDynamoDb.FOOD;
      assertThat(dynamoDb.call("GetItem", GET).text()).isEqualTo("{}");
      assertThat(dynamoDb.call("DescribeTable", "{'TableName':'orders'}").text())
          .contains("\"arn:aws:dynamodb:eu-central-1:777788889999:table/orders\"")
          .contains("\"IndexName\":\"orders-by-day\"")
          .doesNotContain("ddblocal");
      assertThat(dynamoDb.call("GetItem", GET.replace("pk", "no")).text())
          .contains("\"message\":")
          .doesNotContain("\"Message\":");
    }
    assertThat(processFiles()).isEmpty();
    try (TestingDynamoDb again = new TestingDynamoDb(folder)) {
      again.serve(TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "a"));
      assertThat(again.call("GetItem", GET).text()).isEqualTo(ITEM);
    }
  }

  @Test
  void aTableMadeAnewIsEmptyAndTheLastOneTakesTheProcessAlong() throws Exception {
    Table first = TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "first");
    Table second = TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "second");
    try (TestingDynamoDb dynamoDb = new TestingDynamoDb(folder)) {
      dynamoDb.serve(first);
      dynamoDb.call("PutItem", PUT);
      dynamoDb.serve(second);
      assertThat(dynamoDb.call("GetItem", GET).text()).isEqualTo("{}");

      dynamoDb.service.remove(second.arn());
      dynamoDb.service.reconcile();
      assertThat(dynamoDb.call("GetItem", GET).text()).contains("#ResourceNotFoundException");
    }
  }

  @Test
  void indexesFollowTheRecord() throws Exception {
    Table with = TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "a");
    Table without =
        new Table(
            with.scope(),
            with.name(),
            with.id(),
            new TreeMap<>(Map.of("pk", "S")),
            with.key(),
            List.of(),
            List.of(),
            Optional.empty(),
            false);
    try (TestingDynamoDb dynamoDb = new TestingDynamoDb(folder)) {
      for (Table each : List.of(without, with, without)) {
        dynamoDb.serve(each);
        String described = dynamoDb.call("DescribeTable", "{'TableName':'orders'}").text();
        assertThat(described.contains("orders-by-day")).isEqualTo(!each.global().isEmpty());
        assertThat(dynamoDb.call("DescribeTimeToLive", "{'TableName':'orders'}").text())
            .contains(each.expiry().isPresent() ? "\"ENABLED\"" : "\"DISABLED\"");
        assertThat(dynamoDb.call("PutItem", PUT).status()).isEqualTo(200);
      }
      assertThat(dynamoDb.call("GetItem", GET).text()).isEqualTo(ITEM);
    }
  }

  private void killAll() throws Exception {
    for (Path file : processFiles()) {
      ProcessHandle process =
          ProcessHandle.of(Long.parseLong(file.getFileName().toString())).orElseThrow();
      process.destroyForcibly();
      process.onExit().get();
    }
  }

  private List<Path> processFiles() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("processes"))) {
      return files.toList();
    }
  }
}
