package dev.skybridge.services.dynamodb;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A right that a request needs.
 *
 * @param action e.g. {@code dynamodb:PutItem}
 * @param resource the table or index
 * @param table the table's name
 * @param part the part of the request that is about it
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html">Actions
 *     of DynamoDB</a>
 */
record Demand(String action, Arn resource, String table, JsonNode part) {
  /** What a transaction's parts are called, and the action that each needs. */
  private static final Map<String, String> WRITES =
      Map.of(
          "Put", "PutItem",
          "Update", "UpdateItem",
          "Delete", "DeleteItem",
          "ConditionCheck", "ConditionCheckItem");

  /** The operations that are served. */
  static final Set<String> OPERATIONS =
      Set.of(
          "GetItem",
          "PutItem",
          "UpdateItem",
          "DeleteItem",
          "Query",
          "Scan",
          "BatchGetItem",
          "BatchWriteItem",
          "TransactGetItems",
          "TransactWriteItems",
          "CreateTable",
          "UpdateTable",
          "DeleteTable",
          "DescribeTable",
          "ListTables",
          "UpdateTimeToLive",
          "DescribeTimeToLive",
          "TagResource",
          "UntagResource",
          "ListTagsOfResource",
          "UpdateContinuousBackups",
          "DescribeContinuousBackups",
          "DescribeEndpoints");

  /** What is about no one table: AWS judges it on all of an account's. */
  private static final Set<String> OF_ALL_TABLES = Set.of("ListTables", "DescribeEndpoints");

  /** What names its table by ARN. */
  private static final Set<String> BY_ARN =
      Set.of("TagResource", "UntagResource", "ListTagsOfResource");

  private static final String TABLE = ":table/";

  Demand {
    requireNonNull(action);
    requireNonNull(resource);
    requireNonNull(table);
    requireNonNull(part);
  }

  /** The rights that a request needs, in its own order, each once. */
  static List<Demand> of(String operation, JsonNode body, Scope scope) {
    Set<Demand> all = new LinkedHashSet<>();
    switch (operation) {
      case "BatchGetItem", "BatchWriteItem" ->
          body.path("RequestItems")
              .properties()
              .forEach(
                  entry -> all.add(demand(operation, entry.getKey(), "", entry.getValue(), scope)));
      case "TransactGetItems" ->
          body.path("TransactItems")
              .forEach(item -> all.add(demand("GetItem", item.path("Get"), scope)));
      case "TransactWriteItems" ->
          body.path("TransactItems")
              .forEach(item ->
                  item.properties()
                      .forEach(entry ->
                          all.add(
                              demand(
                                  WRITES.getOrDefault(entry.getKey(), entry.getKey()),
                                  entry.getValue(),
                                  scope))));
      default -> {
        if (OF_ALL_TABLES.contains(operation)) {
          all.add(demand(operation, "*", "", body, scope));
        } else if (BY_ARN.contains(operation)) {
          all.add(demand(operation, body.path("ResourceArn").asText(), "", body, scope));
        } else {
          all.add(demand(operation, body, scope));
        }
      }
    }
    return new ArrayList<>(all);
  }

  private static Demand demand(String operation, JsonNode part, Scope scope) {
    return demand(
        operation, part.path("TableName").asText(), part.path("IndexName").asText(), part, scope);
  }

  /** A table is named by its name, in the caller's account and Region, or by its ARN. */
  private static Demand demand(
      String operation, String table, String index, JsonNode part, Scope scope) {
    String below = index.isEmpty() ? "" : "/index/" + index;
    if (isTableArn(table)) {
      String name = table.substring(table.indexOf(TABLE) + TABLE.length());
      return new Demand("dynamodb:" + operation, Arn.parse(table + below), name, part);
    }
    return new Demand(
        "dynamodb:" + operation, scope.arn("dynamodb", "table/" + table + below), table, part);
  }

  private static boolean isTableArn(String text) {
    return Arn.isArn(text) && text.contains(TABLE) && Arn.parse(text).account().matches("\\d{12}");
  }
}
