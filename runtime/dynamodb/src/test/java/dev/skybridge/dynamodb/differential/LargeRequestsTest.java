package dev.skybridge.dynamodb.differential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.dynamodb.DynamoDbEngine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of 1 MB, transactions of 4 MB and batches of 16 MB end where DynamoDB Local's do. */
class LargeRequestsTest {
  private static final String TABLE = "large";

  /** Ten are more than a page. */
  private static final int ITEM = 120_000;

  @TempDir Path folder;

  @Test
  void requestsEndWhereTheyDoOnDynamoDbLocal() throws IOException, InterruptedException {
    assumeTrue(
        DynamoDbLocalSide.isThere(),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
    try (DynamoDbLocalSide oracle = new DynamoDbLocalSide();
        DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      Conversation conversation = new Conversation(new EngineSide(engine), oracle);
      assertThat(conversation.hold(TABLE, calls()).map(LargeRequestsTest::text)).isEmpty();
      assertThat(conversation.compared()).isEqualTo(calls().size());
    }
  }

  private static String text(Conversation.Difference difference) {
    return difference.toString().replaceAll("x{9,}", "x..");
  }

  private static List<Call> calls() throws IOException {
    List<Call> calls = new ArrayList<>();
    calls.add(
        Call.once(
            "CreateTable",
            json(
                """
                {'TableName':'large','BillingMode':'PAY_PER_REQUEST',
                 'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
                  {'AttributeName':'r','AttributeType':'N'},{'AttributeName':'i','AttributeType':'N'}],
                 'KeySchema':[{'AttributeName':'h','KeyType':'HASH'},
                  {'AttributeName':'r','KeyType':'RANGE'}],
                 'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
                  {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'i','KeyType':'RANGE'}],
                  'Projection':{'ProjectionType':'KEYS_ONLY'}}],
                 'GlobalSecondaryIndexes':[{'IndexName':'global','KeySchema':[
                  {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'i','KeyType':'RANGE'}],
                  'Projection':{'ProjectionType':'ALL'}}]}
                """)));
    for (int number = 0; number < 30; number++) {
      calls.add(Call.once("PutItem", put(number, ITEM - number)));
    }
    for (String forward : List.of("true", "false")) {
      calls.add(pages("Query", query("").put("ScanIndexForward", Boolean.parseBoolean(forward))));
    }
    calls.add(pages("Query", query("local").put("Select", "ALL_ATTRIBUTES")));
    calls.add(pages("Query", query("local")));
    calls.add(pages("Query", query("").put("Limit", 9)));
    calls.add(pages("Query", query("").put("Limit", 8)));
    calls.add(Call.once("Query", query("")));
    calls.add(Call.once("Query", query("global").put("Select", "COUNT")));
    calls.add(pages("Scan", json("{'TableName':'large'}")));
    calls.add(Call.once("TransactWriteItems", transaction(34)));
    calls.add(Call.once("TransactWriteItems", transaction(35)));
    ObjectNode everything = json("{'RequestItems':{'large':{'Keys':[]}}}");
    ArrayNode keys = (ArrayNode) everything.at("/RequestItems/large/Keys");
    for (int number = 0; number < 30; number++) {
      keys.add(json("{'h':{'S':'h'},'r':{'N':'%d'}}".formatted(number)));
    }
    calls.add(Call.once("BatchGetItem", everything));
    return calls;
  }

  private static ObjectNode put(int number, int length) throws IOException {
    return json(
        "{'TableName':'large','Item':{'h':{'S':'h'},'r':{'N':'%d'},'i':{'N':'%d'},'a':{'S':'%s'}}}"
            .formatted(number, number * 7 % 30, "x".repeat(length)));
  }

  private static ObjectNode query(String index) throws IOException {
    ObjectNode query =
        json(
            """
            {'TableName':'large','KeyConditionExpression':'h = :h',
             'ExpressionAttributeValues':{':h':{'S':'h'}}}
            """);
    return index.isEmpty() ? query : query.put("IndexName", index);
  }

  private static Call pages(String operation, ObjectNode request) {
    return new Call(operation, request, Call.Way.PAGES);
  }

  private static ObjectNode transaction(int count) throws IOException {
    ObjectNode request = json("{'TransactItems':[]}");
    for (int number = 0; number < count; number++) {
      request.withArray("TransactItems").addObject().set("Put", put(100 + number, ITEM));
    }
    return request;
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) EngineSide.JSON.readTree(text.replace('\'', '"'));
  }
}
