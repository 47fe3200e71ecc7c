package dev.skybridge.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * What each of the crash test's writers does: step after step, known in advance, so that who looks
 * at the table afterwards knows what must be there.
 *
 * @param round names the table
 */
record CrashScript(int round) {
  static final int WRITERS = 64;
  private static final int KEYS = 7;

  String table() {
    return "orders-" + round;
  }

  String createTable() {
    return """
    {'TableName':'%s','BillingMode':'PAY_PER_REQUEST',
     'AttributeDefinitions':[{'AttributeName':'pk','AttributeType':'S'},
      {'AttributeName':'sk','AttributeType':'S'},{'AttributeName':'day','AttributeType':'S'},
      {'AttributeName':'step','AttributeType':'N'}],
     'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
      {'AttributeName':'sk','KeyType':'RANGE'}],
     'LocalSecondaryIndexes':[{'IndexName':'by-step',
      'KeySchema':[{'AttributeName':'pk','KeyType':'HASH'},
       {'AttributeName':'step','KeyType':'RANGE'}],'Projection':{'ProjectionType':'ALL'}}],
     'GlobalSecondaryIndexes':[{'IndexName':'by-day',
      'KeySchema':[{'AttributeName':'day','KeyType':'HASH'},
       {'AttributeName':'step','KeyType':'RANGE'}],'Projection':{'ProjectionType':'ALL'}}]}
    """
        .formatted(table());
  }

  static String partition(int writer) {
    return "writer-" + writer;
  }

  private static String key(int step) {
    return "item-" + step % KEYS;
  }

  private static boolean deletes(int step) {
    return step % 5 == 4;
  }

  private static boolean transacts(int step) {
    return step % 5 == 2;
  }

  /** The operation of a writer's step; steps begin with 1. */
  String operation(int step) {
    return deletes(step) ? "DeleteItem" : transacts(step) ? "TransactWriteItems" : "PutItem";
  }

  /** The request of a writer's step. */
  String request(int writer, int step) {
    if (deletes(step)) {
      return "{'TableName':'%s','Key':{'pk':{'S':'%s'},'sk':{'S':'%s'}}}"
          .formatted(table(), partition(writer), key(step));
    }
    String put = put(writer, key(step), step);
    if (!transacts(step)) {
      return put;
    }
    return """
    {'ClientRequestToken':'%d-%d-%d','TransactItems':[
     {'Put':%s},{'Put':%s},
     {'Update':{'TableName':'%s','Key':{'pk':{'S':'%s'},'sk':{'S':'transactions'}},
      'UpdateExpression':'ADD n :one','ExpressionAttributeValues':{':one':{'N':'1'}}}}]}
    """
        .formatted(round, writer, step, put, put(writer, "twin", step), table(), partition(writer));
  }

  private String put(int writer, String key, int step) {
    return """
    {'TableName':'%s','Item':{'pk':{'S':'%s'},'sk':{'S':'%s'},'step':{'N':'%d'},
     'day':{'S':'day-%d'},'text':{'S':'%s'}}}
    """
        .formatted(table(), partition(writer), key, step, step % 3, "x".repeat(step % 300));
  }

  /** The step that last wrote each sort key after so many steps; of the counter, its count. */
  static Map<String, Integer> expected(int steps) {
    Map<String, Integer> items = new TreeMap<>();
    for (int step = 1; step <= steps; step++) {
      if (deletes(step)) {
        items.remove(key(step));
      } else {
        items.put(key(step), step);
      }
      if (transacts(step)) {
        items.put("twin", step);
        items.merge("transactions", 1, Integer::sum);
      }
    }
    return items;
  }

  /** The same of what a query found. */
  static Map<String, Integer> found(JsonNode items) {
    Map<String, Integer> found = new TreeMap<>();
    for (JsonNode item : items) {
      String number = item.has("n") ? item.at("/n/N").asText() : item.at("/step/N").asText();
      found.put(item.at("/sk/S").asText(), Integer.valueOf(number));
    }
    return found;
  }
}
