package dev.skybridge.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DynamoDbEngineTest {
  private static final String ORDERS =
      """
      {'TableName':'orders','BillingMode':'PAY_PER_REQUEST',
       'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
        {'AttributeName':'sk','AttributeType':'N'},{'AttributeName':'day','AttributeType':'S'}],
       'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},{'AttributeName':'sk','KeyType':'RANGE'}],
       'GlobalSecondaryIndexes':[{'IndexName':'by-day',
        'KeySchema':[{'AttributeName':'day','KeyType':'HASH'}],
        'Projection':{'ProjectionType':'ALL'}}]}
      """;

  @TempDir Path folder;

  private DynamoDbEngine engine;
  private Calls calls;

  @BeforeEach
  void open() {
    engine = DynamoDbEngine.open(folder);
    calls = new Calls(engine);
    calls.ok("CreateTable", ORDERS);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  private void put(String key, int sort, String day) {
    calls.ok(
        "PutItem",
        "{'TableName':'orders','Item':{'pk':{'S':'%s'},'sk':{'N':'%d'},'day':{'S':'%s'}}}"
            .formatted(key, sort, day));
  }

  @Test
  void itemIsThereAfterTheFolderIsOpenedAgain() {
    put("a", 1, "monday");
    engine.close();
    openAgain();
    assertThat(calls.ok("GetItem", key("a", 1)))
        .isEqualTo(Calls.json("{'Item':{'pk':{'S':'a'},'sk':{'N':'1'},'day':{'S':'monday'}}}"));
    assertThat(calls.ok("DescribeTable", "{'TableName':'orders'}").at("/Table/ItemCount").asInt())
        .isEqualTo(1);
  }

  private void openAgain() {
    engine = DynamoDbEngine.open(folder);
    calls = new Calls(engine);
  }

  private static String key(String key, int sort) {
    return "{'TableName':'orders','Key':{'pk':{'S':'%s'},'sk':{'N':'%d'}}}".formatted(key, sort);
  }

  @Test
  void queryAnswersAPartitionInOrderPageByPage() {
    for (int sort : new int[] {10, -3, 2, 0, 7}) {
      put("a", sort, "monday");
    }
    put("ab", 1, "monday");
    String query =
        """
        {'TableName':'orders','KeyConditionExpression':'pk = :p','Limit':3,
         'ProjectionExpression':'sk','ExpressionAttributeValues':{':p':{'S':'a'}}%s}
        """;
    JsonNode first = calls.ok("Query", query.formatted(""));
    assertThat(first.path("Items"))
        .isEqualTo(Calls.json("[{'sk':{'N':'-3'}},{'sk':{'N':'0'}},{'sk':{'N':'2'}}]"));
    JsonNode rest =
        calls.ok(
            "Query", query.formatted(",'ExclusiveStartKey':" + first.path("LastEvaluatedKey")));
    assertThat(rest.path("Items")).isEqualTo(Calls.json("[{'sk':{'N':'7'}},{'sk':{'N':'10'}}]"));
    assertThat(rest.has("LastEvaluatedKey")).isFalse();
  }

  @Test
  void indexFollowsItsTable() {
    put("a", 1, "monday");
    put("a", 2, "monday");
    calls.ok(
        "UpdateItem",
        """
        {'TableName':'orders','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},
         'UpdateExpression':'SET #d = :d','ExpressionAttributeNames':{'#d':'day'},
         'ExpressionAttributeValues':{':d':{'S':'tuesday'}}}
        """);
    calls.ok("DeleteItem", key("a", 2));
    assertThat(byDay("monday").path("Count").asInt()).isZero();
    assertThat(byDay("tuesday").path("Items"))
        .isEqualTo(Calls.json("[{'pk':{'S':'a'},'sk':{'N':'1'},'day':{'S':'tuesday'}}]"));
  }

  private JsonNode byDay(String day) {
    return calls.ok(
        "Query",
        """
        {'TableName':'orders','IndexName':'by-day','KeyConditionExpression':'#d = :d',
         'ExpressionAttributeNames':{'#d':'day'},
         'ExpressionAttributeValues':{':d':{'S':'%s'}}}
        """
            .formatted(day));
  }

  @Test
  void failedConditionWritesNothing() {
    put("a", 1, "monday");
    assertThat(
            calls.refusal(
                "PutItem",
                """
                {'TableName':'orders','Item':{'pk':{'S':'a'},'sk':{'N':'1'}},
                 'ConditionExpression':'attribute_not_exists(pk)'}
                """))
        .isEqualTo("ConditionalCheckFailedException: The conditional request failed");
    assertThat(byDay("monday").path("Count").asInt()).isEqualTo(1);
  }

  @Test
  void transactionHappensOnceForItsToken() {
    put("a", 1, "monday");
    String transaction =
        """
        {'ClientRequestToken':'%s','TransactItems':[
         {'Update':{'TableName':'orders','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},
          'UpdateExpression':'ADD n :one','ExpressionAttributeValues':{':one':{'N':'1'}}}},
         {'Put':{'TableName':'orders','Item':{'pk':{'S':'b'},'sk':{'N':'%d'}}}}]}
        """;
    calls.ok("TransactWriteItems", transaction.formatted("t", 1));
    calls.ok("TransactWriteItems", transaction.formatted("t", 1));
    assertThat(calls.ok("GetItem", key("a", 1)).at("/Item/n/N").asText()).isEqualTo("1");
    assertThat(calls.refusal("TransactWriteItems", transaction.formatted("t", 2)))
        .startsWith("IdempotentParameterMismatchException");
  }

  @Test
  void transactionWithOneFailedConditionWritesNothing() {
    put("a", 1, "monday");
    assertThat(
            calls.refusal(
                "TransactWriteItems",
                """
                {'TransactItems':[
                 {'Put':{'TableName':'orders','Item':{'pk':{'S':'b'},'sk':{'N':'1'}}}},
                 {'ConditionCheck':{'TableName':'orders','Key':{'pk':{'S':'a'},'sk':{'N':'1'}},
                  'ConditionExpression':'attribute_not_exists(pk)'}}]}
                """))
        .isEqualTo(
            "TransactionCanceledException: Transaction cancelled, please refer cancellation reasons"
                + " for specific reasons [None, ConditionalCheckFailed]");
    assertThat(calls.ok("GetItem", key("b", 1)).has("Item")).isFalse();
  }

  @Test
  void dataSetsAreApart() {
    put("a", 1, "monday");
    DataSet other = new DataSet("aws", "eu-central-1", "444455556666");
    assertThat(new String(engine.execute(other, "ListTables", "{}".getBytes(UTF_8)).body(), UTF_8))
        .isEqualTo("{\"TableNames\":[]}");
  }

  @Test
  void folderIsForOneEngine() {
    assertThatThrownBy(() -> DynamoDbEngine.open(folder))
        .isInstanceOf(EngineException.class)
        .hasMessage(
            folder.resolve("lock")
                + ": another engine has this folder open; close it, or choose another folder");
  }

  @Test
  void folderIsForOneProcess() throws Exception {
    assertThatThrownBy(() -> DynamoDbEngine.open(folder)).isInstanceOf(EngineException.class);
    Process other =
        ChildJvm.of(CrashWriters.class, folder.toString(), "0").redirectErrorStream(true).start();
    assertThat(other.inputReader().lines().findFirst().orElse(""))
        .endsWith(
            folder.resolve("lock")
                + ": another engine has this folder open; close it, or choose another folder");
    other.destroyForcibly();
  }

  @Test
  void closedEngineSaysSo() {
    engine.close();
    assertThat(calls.refusal("ListTables", "{}"))
        .isEqualTo(
            "InternalServerError: "
                + folder.resolve("lock")
                + ": the engine is closed; open it again");
  }

  @Test
  void damagedFileIsNamedWithTheRemedy() throws Exception {
    engine.close();
    Path file = folder.resolve("111122223333-eu-central-1.sqlite");
    Files.writeString(file, "no database, but long enough to be looked at ".repeat(100));
    openAgain();
    assertThat(calls.refusal("ListTables", "{}"))
        .startsWith("InternalServerError: " + file + ": the file is damaged; nothing was changed.");
  }

  @Test
  void expiredItemGoes() {
    calls.ok(
        "UpdateTimeToLive",
        "{'TableName':'orders','TimeToLiveSpecification':{'AttributeName':'until','Enabled':true}}");
    long now = System.currentTimeMillis() / 1000;
    for (int sort = 0; sort < 3; sort++) {
      calls.ok(
          "PutItem",
          "{'TableName':'orders','Item':{'pk':{'S':'a'},'sk':{'N':'%d'},'day':{'S':'monday'},'until':{'N':'%d'}}}"
              .formatted(sort, sort == 0 ? now - 10 : now + 1000));
    }
    Await.until(() -> byDay("monday").path("Count").asInt() == 2);
    assertThat(calls.ok("GetItem", key("a", 0)).has("Item")).isFalse();
  }
}
