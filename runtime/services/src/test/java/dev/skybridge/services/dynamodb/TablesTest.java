package dev.skybridge.services.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables that follow their records, on the embedded engine. */
class TablesTest {
  private static final String PUT = "{'TableName':'orders','Item':{'pk':{'S':'1'}}}";
  private static final String GET = "{'TableName':'orders','Key':{'pk':{'S':'1'}}}";
  private static final String ITEM = "{\"Item\":{\"pk\":{\"S\":\"1\"}}}";

  @TempDir Path folder;

  @Test
  void itemsAreKeptPerAccountAndSurviveARestart() throws Exception {
    try (TestingDynamoDb dynamoDb = new TestingDynamoDb(folder)) {
      dynamoDb.serve(
          TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "a"),
          TestingDynamoDb.orders(TestingDynamoDb.FOOD, "b"));
      assertThat(dynamoDb.call("PutItem", PUT).text()).isEqualTo("{}");

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
    try (TestingDynamoDb again = new TestingDynamoDb(folder)) {
      again.serve(TestingDynamoDb.orders(TestingDynamoDb.BEVERAGE, "a"));
      assertThat(again.call("GetItem", GET).text()).isEqualTo(ITEM);
    }
  }

  @Test
  void aTableMadeAnewIsEmptyAndARemovedOneIsGone() throws Exception {
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
            .containsPattern(each.expiry().isPresent() ? "\"ENABL(ING|ED)\"" : "\"DISABLED\"");
        assertThat(dynamoDb.call("PutItem", PUT).status()).isEqualTo(200);
      }
      assertThat(dynamoDb.call("GetItem", GET).text()).isEqualTo(ITEM);
    }
  }
}
