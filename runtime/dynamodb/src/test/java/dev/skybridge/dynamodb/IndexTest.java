package dev.skybridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indexes, segments and what goes on behind. */
class IndexTest {
  private static final int ITEMS = 450;

  @TempDir Path folder;

  private DynamoDbEngine engine;
  private Calls calls;

  @BeforeEach
  void open() {
    engine = DynamoDbEngine.open(folder);
    calls = new Calls(engine);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void createTable() {
    calls.ok(
        "CreateTable",
        """
        {'TableName':'things','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
          {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'l','AttributeType':'N'}],
         'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
          {'AttributeName':'sk','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
          {'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],
          'Projection':{'ProjectionType':'KEYS_ONLY'}}]}
        """);
  }

  private void put(int number) {
    String color = number % 3 == 0 ? "" : ",'color':{'S':'color-%d'}".formatted(number % 2);
    calls.ok(
        "PutItem",
        """
        {'TableName':'things','Item':{'pk':{'S':'p%d'},'sk':{'N':'%d'},'l':{'N':'%d'},
         'size':{'N':'%d'}%s}}
        """
            .formatted(number % 10, number, -number, number, color));
  }

  private void addIndex() {
    calls.ok(
        "UpdateTable",
        """
        {'TableName':'things','AttributeDefinitions':[
          {'AttributeName':'color','AttributeType':'S'}],
         'GlobalSecondaryIndexUpdates':[{'Create':{'IndexName':'by-color',
          'KeySchema':[{'AttributeName':'color','KeyType':'HASH'}],
          'Projection':{'ProjectionType':'INCLUDE','NonKeyAttributes':['size']}}}]}
        """);
  }

  private JsonNode table() {
    return calls.ok("DescribeTable", "{'TableName':'things'}").path("Table");
  }

  private String indexStatus() {
    return table().at("/GlobalSecondaryIndexes/0/IndexStatus").asText();
  }

  private List<JsonNode> scan(String parameters) {
    List<JsonNode> items = new ArrayList<>();
    String start = "";
    do {
      JsonNode page = calls.ok("Scan", "{'TableName':'things'%s%s}".formatted(parameters, start));
      page.path("Items").forEach(items::add);
      start =
          page.has("LastEvaluatedKey")
              ? ",'ExclusiveStartKey':" + page.path("LastEvaluatedKey")
              : "";
    } while (!start.isEmpty());
    return items;
  }

  private void assertIndexEqualsTable() {
    List<JsonNode> colored =
        scan(",'ProjectionExpression':'pk,sk,color,#s','ExpressionAttributeNames':{'#s':'size'}")
            .stream()
            .filter(item -> item.has("color"))
            .toList();
    assertThat(scan(",'IndexName':'by-color','Limit':70"))
        .containsExactlyInAnyOrderElementsOf(colored);
    assertThat(table().at("/GlobalSecondaryIndexes/0/ItemCount").asInt()).isEqualTo(colored.size());
  }

  @Test
  void indexOfATableWithItemsIsFilledWhileWritesGoOn() {
    createTable();
    for (int number = 0; number < ITEMS; number++) {
      put(number);
    }
    addIndex();
    for (int number = 0; number < ITEMS + 50; number += 7) {
      put(number);
      calls.ok(
          "DeleteItem",
          "{'TableName':'things','Key':{'pk':{'S':'p%d'},'sk':{'N':'%d'}}}"
              .formatted((number + 1) % 10, number + 1));
    }
    Await.until(() -> indexStatus().equals("ACTIVE"));
    assertIndexEqualsTable();
  }

  @Test
  void fillingIsTakenUpAfterAStart() {
    createTable();
    for (int number = 0; number < ITEMS; number++) {
      put(number);
    }
    addIndex();
    engine.close();
    open();
    Await.until(() -> indexStatus().equals("ACTIVE"));
    assertIndexEqualsTable();
  }

  @Test
  void removedIndexIsGoneAndItsNameFree() {
    createTable();
    put(1);
    addIndex();
    Await.until(() -> indexStatus().equals("ACTIVE"));
    String remove =
        "{'TableName':'things','GlobalSecondaryIndexUpdates':[{'Delete':{'IndexName':'by-color'}}]}";
    assertThat(
            calls
                .ok("UpdateTable", remove)
                .at("/TableDescription/GlobalSecondaryIndexes/0/IndexStatus")
                .asText())
        .isEqualTo("DELETING");
    assertThat(table().has("GlobalSecondaryIndexes")).isFalse();
    assertThat(calls.refusal("Scan", "{'TableName':'things','IndexName':'by-color'}"))
        .isEqualTo("ValidationException: The table does not have the specified index: by-color");
    addIndex();
    Await.until(() -> indexStatus().equals("ACTIVE"));
    assertIndexEqualsTable();
  }

  @Test
  void localIndexSortsItsPartitionAndFetchesWhatItLacks() {
    createTable();
    for (int number = 0; number < 40; number++) {
      put(number);
    }
    JsonNode page =
        calls.ok(
            "Query",
            """
            {'TableName':'things','IndexName':'local','ConsistentRead':true,
             'KeyConditionExpression':'pk = :p AND l < :l','ProjectionExpression':'#s',
             'ExpressionAttributeNames':{'#s':'size'},'ReturnConsumedCapacity':'INDEXES',
             'ExpressionAttributeValues':{':p':{'S':'p3'},':l':{'N':'-3'}}}
            """);
    assertThat(page.path("Items"))
        .isEqualTo(Calls.json("[{'size':{'N':'33'}},{'size':{'N':'23'}},{'size':{'N':'13'}}]"));
    assertThat(page.at("/ConsumedCapacity/Table/CapacityUnits").asDouble()).isEqualTo(3.0);
  }

  @Test
  void segmentsAreAPartitionOfTheTable() {
    createTable();
    for (int number = 0; number < 100; number++) {
      put(number);
    }
    List<JsonNode> parts = new ArrayList<>();
    for (int segment = 0; segment < 4; segment++) {
      parts.addAll(scan(",'Segment':%d,'TotalSegments':4,'Limit':9".formatted(segment)));
    }
    assertThat(parts).containsExactlyInAnyOrderElementsOf(scan(""));
  }

  @Test
  void tableMadeAnewHasNoItemsOfTheOneBefore() {
    createTable();
    put(1);
    calls.ok("DeleteTable", "{'TableName':'things'}");
    assertThat(calls.refusal("PutItem", "{'TableName':'things','Item':{'pk':{'S':'a'}}}"))
        .isEqualTo("ResourceNotFoundException: Cannot do operations on a non-existent table");
    createTable();
    assertThat(scan("")).isEmpty();
    assertThat(table().path("ItemCount").asInt()).isZero();
  }

  @Test
  void wrongTypeOfAnIndexKeyIsRefused() {
    createTable();
    assertThat(
            calls.refusal(
                "PutItem",
                "{'TableName':'things','Item':{'pk':{'S':'a'},'sk':{'N':'1'},'l':{'S':'x'}}}"))
        .isEqualTo(
            "ValidationException: One or more parameter values were invalid: Type mismatch for"
                + " Index Key");
  }
}
