package dev.skybridge.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Capacity and item collections as DynamoDB's documentation counts them; DynamoDB Local counts
 * otherwise, or not at all.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB reads and writes</a>
 */
class CapacityTest {
  @TempDir Path folder;

  private DynamoDbEngine engine;
  private Calls calls;

  @BeforeEach
  void open() {
    engine = DynamoDbEngine.open(folder);
    calls = new Calls(engine);
    calls.ok(
        "CreateTable",
        """
        {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
          {'AttributeName':'r','AttributeType':'N'},{'AttributeName':'l','AttributeType':'S'},
          {'AttributeName':'g','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'h','KeyType':'HASH'},
          {'AttributeName':'r','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
          {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],
          'Projection':{'ProjectionType':'KEYS_ONLY'}}],
         'GlobalSecondaryIndexes':[{'IndexName':'global','KeySchema':[
          {'AttributeName':'g','KeyType':'HASH'}],'Projection':{'ProjectionType':'ALL'}}]}
        """);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private String put(int number, int bytes, String attributes, String mode) {
    return calls
        .ok(
            "PutItem",
            """
            {'TableName':'orders','Item':{'h':{'S':'h'},'r':{'N':'%d'},'a':{'S':'%s'}%s},
             'ReturnConsumedCapacity':'%s'}
            """
                .formatted(number, "x".repeat(bytes), attributes, mode))
        .at("/ConsumedCapacity")
        .toString()
        .replace('"', '\'');
  }

  @Test
  void writeCountsEachKibibyteOfTheItemAndOfEachIndexEntry() {
    assertThat(put(1, 100, "", "TOTAL")).isEqualTo("{'TableName':'orders','CapacityUnits':1.0}");
    assertThat(put(2, 2_000, ",'l':{'S':'l'},'g':{'S':'g'}", "INDEXES"))
        .isEqualTo(
            "{'TableName':'orders','CapacityUnits':5.0,'Table':{'CapacityUnits':2.0},"
                + "'LocalSecondaryIndexes':{'local':{'CapacityUnits':1.0}},"
                + "'GlobalSecondaryIndexes':{'global':{'CapacityUnits':2.0}}}");
  }

  @Test
  void readCountsHalfAUnitForEachFourKibibytesAndAWholeOneWhenConsistent() {
    put(1, 5_000, "", "NONE");
    String get =
        """
        {'TableName':'orders','Key':{'h':{'S':'h'},'r':{'N':'1'}},'ConsistentRead':%s,
         'ReturnConsumedCapacity':'TOTAL'}
        """;
    assertThat(units("GetItem", get.formatted("false"))).isEqualTo(1.0);
    assertThat(units("GetItem", get.formatted("true"))).isEqualTo(2.0);
    assertThat(units("GetItem", get.formatted("false").replace("'N':'1'", "'N':'9'")))
        .isEqualTo(0.5);
  }

  private double units(String operation, String request) {
    return calls.ok(operation, request).at("/ConsumedCapacity/CapacityUnits").asDouble();
  }

  @Test
  void queryRoundsUpTheSumOfItsItems() {
    for (int number = 0; number < 10; number++) {
      put(number, 1_500, "", "NONE");
    }
    // 15 KB and a few are four times four KB.
    assertThat(
            units(
                "Query",
                """
                {'TableName':'orders','KeyConditionExpression':'h = :h','ConsistentRead':true,
                 'ExpressionAttributeValues':{':h':{'S':'h'}},'ReturnConsumedCapacity':'TOTAL'}
                """))
        .isEqualTo(4.0);
  }

  @Test
  void transactionCountsDouble() {
    assertThat(
            calls
                .ok(
                    "TransactWriteItems",
                    """
                    {'TransactItems':[{'Put':{'TableName':'orders','Item':{'h':{'S':'h'},
                     'r':{'N':'1'}}}}],'ReturnConsumedCapacity':'TOTAL'}
                    """)
                .at("/ConsumedCapacity/0/CapacityUnits")
                .asDouble())
        .isEqualTo(2.0);
  }

  @Test
  void collectionOfALocalIndexIsEstimated() {
    String put =
        """
        {'TableName':'orders','Item':{'h':{'S':'h'},'r':{'N':'1'}},
         'ReturnItemCollectionMetrics':'SIZE'}
        """;
    assertThat(calls.ok("PutItem", put).at("/ItemCollectionMetrics"))
        .isEqualTo(
            Calls.json("{'ItemCollectionKey':{'h':{'S':'h'}},'SizeEstimateRangeGB':[0.0,1.0]}"));
    calls.ok(
        "CreateTable",
        """
        {'TableName':'plain','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
          {'AttributeName':'r','AttributeType':'N'}],'KeySchema':[
          {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'r','KeyType':'RANGE'}]}
        """);
    assertThat(calls.ok("PutItem", put.replace("orders", "plain")).has("ItemCollectionMetrics"))
        .isFalse();
  }

  @Test
  void updateIsTooLargeWithItsEntriesInLocalIndexes() {
    calls.ok(
        "CreateTable",
        """
        {'TableName':'twice','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
          {'AttributeName':'r','AttributeType':'N'},{'AttributeName':'l','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'h','KeyType':'HASH'},
          {'AttributeName':'r','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
          {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'l','KeyType':'RANGE'}],
          'Projection':{'ProjectionType':'ALL'}}]}
        """);
    String update =
        """
        {'TableName':'twice','Key':{'h':{'S':'h'},'r':{'N':'1'}},
         'UpdateExpression':'SET a = :a, %s = :l',
         'ExpressionAttributeValues':{':a':{'S':'%s'},':l':{'S':'l'}}}
        """;
    String text = "x".repeat(300_000);
    calls.ok("UpdateItem", update.formatted("k", text));
    assertThat(calls.refusal("UpdateItem", update.formatted("l", text)))
        .isEqualTo(
            "ValidationException: Item size to update has exceeded the maximum allowed size");
  }
}
