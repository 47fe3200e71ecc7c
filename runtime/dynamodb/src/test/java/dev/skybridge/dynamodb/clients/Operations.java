package dev.skybridge.dynamodb.clients;

import java.util.Set;

/** What a tour of all operations calls. */
final class Operations {
  static final Set<String> ALL =
      Set.of(
          "BatchGetItem",
          "BatchWriteItem",
          "CreateTable",
          "DeleteItem",
          "DeleteTable",
          "DescribeContinuousBackups",
          "DescribeEndpoints",
          "DescribeTable",
          "DescribeTimeToLive",
          "GetItem",
          "ListTables",
          "ListTagsOfResource",
          "PutItem",
          "Query",
          "Scan",
          "TagResource",
          "TransactGetItems",
          "TransactWriteItems",
          "UntagResource",
          "UpdateContinuousBackups",
          "UpdateItem",
          "UpdateTable",
          "UpdateTimeToLive");

  private Operations() {}
}
