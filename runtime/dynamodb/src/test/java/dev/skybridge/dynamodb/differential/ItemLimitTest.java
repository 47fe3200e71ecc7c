package dev.skybridge.dynamodb.differential;

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

/** Items of 400 KB and a byte more or less, with and without entries in a local index. */
class ItemLimitTest {
  private static final int MOST = 400 * 1024;

  @TempDir Path folder;

  @Test
  void itemsAreTooLargeWhereTheyAreForDynamoDbLocal() throws IOException, InterruptedException {
    assumeTrue(
        DynamoDbLocalSide.isThere(),
        "DynamoDB Local is not fetched: ./mvnw -pl runtime/dynamodb-local process-resources");
    List<String> differences = new ArrayList<>();
    try (DynamoDbLocalSide oracle = new DynamoDbLocalSide();
        DynamoDbEngine engine = DynamoDbEngine.open(folder)) {
      EngineSide ours = new EngineSide(engine);
      for (String projection : List.of("ALL", "KEYS_ONLY", "INCLUDE")) {
        for (Call call : calls(projection)) {
          JsonNode expected = Normal.of(call, oracle.call(call.operation(), call.request()), false);
          JsonNode answer = Normal.of(call, ours.call(call.operation(), call.request()), false);
          if (!answer.equals(expected)) {
            String text = call.toString().replaceAll("x{9,}", "x..");
            differences.add(text + "\n  engine: " + answer + "\n  oracle: " + expected + "\n");
          }
        }
      }
    }
    assertThat(differences).isEmpty();
  }

  private static List<Call> calls(String projection) throws IOException {
    List<Call> calls = new ArrayList<>();
    calls.add(Call.once("CreateTable", createTable(projection)));
    String table = "limit-" + projection;
    // Of the limit, the keys take 4 bytes with their names, "a" one and "i" with its value two.
    for (int more = -1; more <= 1; more++) {
      calls.add(put(table, "", MOST - 4 + more));
      calls.add(put(table, ",'i':{'S':'i'}", MOST - 6 + more));
      calls.add(put(table, ",'i':{'S':'i'}", MOST - 10 + more));
      calls.add(put(table, ",'i':{'S':'i'}", MOST / 2 - 6 + more));
      calls.add(put(table, ",'i':{'S':'i'}", MOST / 2 - 5 + more));
      calls.add(put(table, ",'i':{'S':'i'}", MOST / 2 - 4 + more));
      calls.add(update(table, "SET a = :a", MOST - 1 + more));
      calls.add(update(table, "SET a = if_not_exists(h, :a)", MOST - 1 + more));
    }
    ObjectNode refused = put(table, "", MOST).request().deepCopy();
    refused.put("ConditionExpression", "a = = b");
    calls.add(Call.once("PutItem", refused));
    calls.add(
        Call.once(
            "BatchWriteItem",
            json(
                "{'RequestItems':{'%s':[{'PutRequest':%s}]}}"
                    .formatted(table, put(table, "", MOST).request().without("TableName")))));
    calls.add(
        Call.once(
            "TransactWriteItems",
            json("{'TransactItems':[{'Put':%s}]}".formatted(put(table, "", MOST).request()))));
    return calls;
  }

  private static ObjectNode createTable(String projection) throws IOException {
    String more = projection.equals("INCLUDE") ? ",'NonKeyAttributes':['a']" : "";
    return json(
        """
        {'TableName':'limit-%s','BillingMode':'PAY_PER_REQUEST',
         'AttributeDefinitions':[{'AttributeName':'h','AttributeType':'S'},
          {'AttributeName':'r','AttributeType':'S'},{'AttributeName':'i','AttributeType':'S'}],
         'KeySchema':[{'AttributeName':'h','KeyType':'HASH'},
          {'AttributeName':'r','KeyType':'RANGE'}],
         'LocalSecondaryIndexes':[{'IndexName':'local','KeySchema':[
          {'AttributeName':'h','KeyType':'HASH'},{'AttributeName':'i','KeyType':'RANGE'}],
          'Projection':{'ProjectionType':'%s'%s}}]}
        """
            .formatted(projection, projection, more));
  }

  private static Call put(String table, String attributes, int length) throws IOException {
    return Call.once(
        "PutItem",
        json(
            "{'TableName':'%s','Item':{'h':{'S':'h'},'r':{'S':'r'},'a':{'S':'%s'}%s}}"
                .formatted(table, "x".repeat(length - 2), attributes)));
  }

  private static Call update(String table, String expression, int length) throws IOException {
    return Call.once(
        "UpdateItem",
        json(
            """
            {'TableName':'%s','Key':{'h':{'S':'none'},'r':{'S':'r'}},'UpdateExpression':'%s',
             'ConditionExpression':'attribute_exists(b)',
             'ExpressionAttributeValues':{':a':{'S':'%s'}}}
            """
                .formatted(table, expression, "x".repeat(length))));
  }

  private static ObjectNode json(String text) throws IOException {
    return (ObjectNode) EngineSide.JSON.readTree(text.replace('\'', '"'));
  }
}
