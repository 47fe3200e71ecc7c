package dev.skybridge.dynamodb.benchmark;

/** Requests about a table of orders with an index by day: 300 bytes an item. */
final class Workload {
  private static final String TEXT = "x".repeat(200);

  /** How many items a day has, and so a page of the index. */
  static final int DAY = 20;

  private Workload() {}

  static String createTable(String table) {
    return """
    {"TableName":"%s","BillingMode":"PAY_PER_REQUEST",
     "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
      {"AttributeName":"sk","AttributeType":"N"},{"AttributeName":"day","AttributeType":"S"}],
     "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
      {"AttributeName":"sk","KeyType":"RANGE"}],
     "GlobalSecondaryIndexes":[{"IndexName":"by-day",
      "KeySchema":[{"AttributeName":"day","KeyType":"HASH"},
       {"AttributeName":"sk","KeyType":"RANGE"}],
      "Projection":{"ProjectionType":"ALL"}}]}
    """
        .formatted(table);
  }

  static String item(int number) {
    return """
    {"pk":{"S":"customer-%d"},"sk":{"N":"%d"},"day":{"S":"day-%d"},"text":{"S":"%s"},
     "amount":{"N":"%d.5"}}\
    """
        .formatted(number / 100, number, number / DAY, TEXT, number);
  }

  static String put(String table, int number) {
    return """
    {"TableName":"%s","Item":%s}\
    """
        .formatted(table, item(number));
  }

  /** Puts of 25 items. */
  static String batch(String table, int first) {
    StringBuilder requests = new StringBuilder();
    for (int number = first; number < first + 25; number++) {
      requests.append(number == first ? "" : ",");
      requests.append("{\"PutRequest\":{\"Item\":").append(item(number)).append("}}");
    }
    return """
    {"RequestItems":{"%s":[%s]}}\
    """
        .formatted(table, requests);
  }

  static String get(String table, int number) {
    return """
    {"TableName":"%s","Key":{"pk":{"S":"customer-%d"},"sk":{"N":"%d"}}}\
    """
        .formatted(table, number / 100, number);
  }

  /** Twenty items of the index. */
  static String queryDay(String table, int day) {
    return """
    {"TableName":"%s","IndexName":"by-day","KeyConditionExpression":"#d = :d",
     "ExpressionAttributeNames":{"#d":"day"},
     "ExpressionAttributeValues":{":d":{"S":"day-%d"}}}\
    """
        .formatted(table, day);
  }

  /** A page of 50 items of a partition, from its middle. */
  static String queryPage(String table, int customer) {
    return """
    {"TableName":"%s","KeyConditionExpression":"pk = :p AND sk > :s","Limit":50,
     "ExpressionAttributeValues":{":p":{"S":"customer-%d"},":s":{"N":"%d"}}}\
    """
        .formatted(table, customer, customer * 100 + 25);
  }
}
