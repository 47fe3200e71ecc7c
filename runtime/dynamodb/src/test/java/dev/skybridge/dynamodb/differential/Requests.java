package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Operations on one table. */
final class Requests {
  /** The index that comes and goes. */
  private static final String CHANGING = "global-changing";

  private final Values values;
  private Schema schema;

  Requests(Values values, Schema schema) {
    this.values = values;
    this.schema = schema;
  }

  Call next() {
    values.begin();
    int kind = values.below(100);
    if (kind < 26) {
      return Call.once("PutItem", put());
    }
    if (kind < 34) {
      return Call.once("GetItem", get());
    }
    if (kind < 56) {
      return Call.once("UpdateItem", update());
    }
    if (kind < 62) {
      return Call.once("DeleteItem", delete());
    }
    if (kind < 78) {
      return query();
    }
    if (kind < 85) {
      return scan();
    }
    if (kind < 88) {
      return Call.once("BatchGetItem", batchGet());
    }
    if (kind < 92) {
      return Call.once("BatchWriteItem", batchWrite());
    }
    if (kind < 97) {
      return Call.once("TransactWriteItems", transactWrite());
    }
    if (kind < 99) {
      return Call.once("TransactGetItems", transactGet());
    }
    return values.chance(30) ? Call.once("DescribeTable", table()) : updateTable();
  }

  /** Adds a global index to the table as it is, or removes it. */
  private Call updateTable() {
    ObjectNode request;
    if (schema.index(CHANGING).isPresent()) {
      schema = schema.without(CHANGING);
      request = table();
      request
          .putArray("GlobalSecondaryIndexUpdates")
          .addObject()
          .putObject("Delete")
          .put("IndexName", CHANGING);
    } else {
      schema = schema.with(CHANGING, values);
      request = schema.createIndex(schema.index(CHANGING).orElseThrow());
    }
    return new Call("UpdateTable", request, Call.Way.SETTLED);
  }

  private Expressions expressions() {
    return new Expressions(values, Names.PLAIN, schema.attributes());
  }

  /** Expressions of what an index has; a query's filter may not name the key. */
  private Expressions expressions(Schema.Index index, boolean withKeys) {
    List<String> plain =
        switch (index.projection().path("ProjectionType").asText("ALL")) {
          case "ALL" -> Names.PLAIN;
          case "INCLUDE" -> List.of("a", "b");
          default -> List.of();
        };
    List<String> keys = withKeys || plain.isEmpty() ? index.keys() : List.of();
    return new Expressions(values, plain.isEmpty() ? keys : plain, keys);
  }

  private ObjectNode table() {
    return Values.object().put("TableName", schema.table());
  }

  private ObjectNode put() {
    ObjectNode request = table();
    request.set("Item", schema.item(values));
    condition(request, 30);
    returned(request, List.of("NONE", "ALL_OLD", "ALL_OLD", "ALL_NEW"));
    return request;
  }

  private ObjectNode delete() {
    ObjectNode request = table();
    request.set("Key", schema.key(values));
    condition(request, 40);
    returned(request, List.of("NONE", "ALL_OLD", "UPDATED_OLD"));
    return request;
  }

  private ObjectNode update() {
    ObjectNode request = table();
    request.set("Key", schema.key(values));
    Expressions expressions = expressions();
    if (values.chance(97)) {
      request.put("UpdateExpression", expressions.update());
    }
    if (values.chance(25)) {
      request.put("ConditionExpression", expressions.condition());
    }
    expressions.into(request);
    returned(
        request, List.of("NONE", "ALL_OLD", "ALL_NEW", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW"));
    onFailure(request);
    return request;
  }

  private void condition(ObjectNode request, int percent) {
    if (values.chance(percent)) {
      Expressions expressions = expressions();
      request.put("ConditionExpression", expressions.condition());
      expressions.into(request);
      onFailure(request);
    }
  }

  private void onFailure(ObjectNode request) {
    if (values.chance(20)) {
      request.put("ReturnValuesOnConditionCheckFailure", "ALL_OLD");
    }
  }

  private void returned(ObjectNode request, List<String> choices) {
    if (values.chance(40)) {
      request.put("ReturnValues", values.pick(choices));
    }
    capacity(request);
    if (values.chance(5)) {
      request.put("ReturnItemCollectionMetrics", "SIZE");
    }
  }

  private void capacity(ObjectNode request) {
    if (values.chance(25)) {
      request.put("ReturnConsumedCapacity", values.pick(List.of("TOTAL", "INDEXES", "NONE")));
    }
  }

  private ObjectNode get() {
    ObjectNode request = table();
    request.set("Key", schema.key(values));
    projection(request, 40);
    consistent(request);
    capacity(request);
    return request;
  }

  private void projection(ObjectNode request, int percent) {
    if (values.chance(percent)) {
      Expressions expressions = expressions();
      request.put("ProjectionExpression", expressions.projection());
      expressions.into(request);
    }
  }

  private void consistent(ObjectNode request) {
    if (values.chance(30)) {
      request.put("ConsistentRead", values.chance(70));
    }
  }

  private Call query() {
    Schema.Index index = values.pick(schema.indexes());
    ObjectNode request = read(index);
    Expressions expressions = expressions(index, false);
    boolean keysOnly = index.projection().path("ProjectionType").asText().equals("KEYS_ONLY");
    request.put("KeyConditionExpression", KeyConditions.of(values, schema, index, expressions));
    if (!keysOnly && values.chance(25)) {
      request.put("FilterExpression", expressions.condition());
    }
    if (!keysOnly && projects(request)) {
      request.put("ProjectionExpression", expressions.projection());
    }
    expressions.into(request);
    if (values.chance(40)) {
      request.put("ScanIndexForward", values.chance(30));
    }
    if (index.name().isEmpty() && values.chance(6)) {
      start(request);
    }
    return new Call("Query", request, limit(request) ? Call.Way.PAGES : Call.Way.ONCE);
  }

  /** Begins in the queried partition where no page ended. */
  private void start(ObjectNode request) {
    ObjectNode key = schema.key(values);
    JsonNode first = request.at("/ExpressionAttributeValues/:v0");
    if (!first.isMissingNode() && !values.mistake(10)) {
      key.set("h", first);
    }
    request.set("ExclusiveStartKey", key);
  }

  private Call scan() {
    Schema.Index index = values.pick(schema.indexes());
    ObjectNode request = read(index);
    boolean keysOnly = index.projection().path("ProjectionType").asText().equals("KEYS_ONLY");
    Expressions expressions = expressions(index, true);
    if (!keysOnly && values.chance(35)) {
      request.put("FilterExpression", expressions.condition());
    }
    if (projects(request)) {
      request.put("ProjectionExpression", expressions.projection());
    }
    if (request.has("FilterExpression") || request.has("ProjectionExpression")) {
      expressions.into(request);
    }
    Call.Way way = limit(request) ? Call.Way.PAGES : Call.Way.ONCE;
    return new Call("Scan", request, values.chance(20) ? Call.Way.SEGMENTS : way);
  }

  private boolean projects(ObjectNode request) {
    return request.path("Select").asText().isEmpty()
        ? values.chance(20)
        : request.path("Select").asText().equals("SPECIFIC_ATTRIBUTES") || values.mistake(5);
  }

  private ObjectNode read(Schema.Index index) {
    ObjectNode request = table();
    if (!index.name().isEmpty()) {
      request.put("IndexName", index.name());
    }
    if (values.mistake(4)) {
      request.put(
          "Select",
          values.pick(
              List.of(
                  "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES")));
    } else if (values.chance(15)) {
      request.put("Select", "COUNT");
    }
    if (!index.global() || values.mistake(3)) {
      consistent(request);
    }
    capacity(request);
    return request;
  }

  /** Whether there is a limit, so that the answer has pages. */
  private boolean limit(ObjectNode request) {
    if (!values.chance(35)) {
      return false;
    }
    request.put("Limit", values.mistake(2) ? 0 : 1 + values.below(4));
    return true;
  }

  /**
   * Whether no item of this key is among those seen, which now has it. DynamoDB Local compares the
   * key of a condition check with the others' late, so that its answers differ.
   */
  private boolean isNew(JsonNode item, Set<String> seen) {
    StringBuilder key = new StringBuilder();
    for (String type : List.of("S", "N", "B")) {
      for (String name : List.of("h", "r")) {
        JsonNode value = item.path(name).path(type);
        if (type.equals("N") && value.isTextual()) {
          try {
            key.append(new BigDecimal(value.textValue()).stripTrailingZeros());
          } catch (NumberFormatException e) {
            key.append(value);
          }
        } else {
          key.append(value);
        }
        key.append('/');
      }
    }
    return seen.add(key.toString());
  }

  private ObjectNode batchGet() {
    ObjectNode request = Values.object();
    ObjectNode keys = request.putObject("RequestItems").putObject(schema.table());
    ArrayNode array = keys.putArray("Keys");
    Set<String> seen = new HashSet<>();
    for (int i = 1 + values.below(4); i > 0; i--) {
      ObjectNode key = schema.key(values);
      if (isNew(key, seen)) {
        array.add(key);
      }
    }
    projection(keys, 25);
    consistent(keys);
    capacity(request);
    return request;
  }

  private ObjectNode batchWrite() {
    ObjectNode request = Values.object();
    ArrayNode writes = request.putObject("RequestItems").putArray(schema.table());
    Set<String> seen = new HashSet<>();
    for (int i = 1 + values.below(5); i > 0; i--) {
      boolean put = values.chance(75);
      ObjectNode content = put ? schema.item(values) : schema.key(values);
      if (isNew(content, seen)) {
        writes
            .addObject()
            .putObject(put ? "PutRequest" : "DeleteRequest")
            .set(put ? "Item" : "Key", content);
      }
    }
    capacity(request);
    return request;
  }

  private ObjectNode transactWrite() {
    ObjectNode request = Values.object();
    ArrayNode actions = request.putArray("TransactItems");
    Set<String> seen = new HashSet<>();
    int count = 1 + values.below(4);
    if (count > 1) {
      // What is wrong with one action hides or changes what is found of the others.
      values.noMistakes();
    }
    for (int i = count; i > 0; i--) {
      ObjectNode action = values.mistake(2) ? Values.object() : action();
      JsonNode part = action.path(action.isEmpty() ? "" : action.fieldNames().next());
      if (isNew(part.has("Item") ? part.get("Item") : part.path("Key"), seen)) {
        actions.add(action);
      }
    }
    if (values.chance(15)) {
      request.put("ClientRequestToken", "token-" + values.below(2));
    }
    capacity(request);
    return request;
  }

  private ObjectNode action() {
    ObjectNode action = Values.object();
    switch (values.below(4)) {
      case 0 -> {
        ObjectNode put = action.putObject("Put").put("TableName", schema.table());
        put.set("Item", schema.item(values));
        condition(put, 30);
      }
      case 1 -> {
        ObjectNode delete = action.putObject("Delete").put("TableName", schema.table());
        delete.set("Key", schema.key(values));
        condition(delete, 30);
      }
      case 2 -> {
        ObjectNode update = action.putObject("Update").put("TableName", schema.table());
        update.set("Key", schema.key(values));
        Expressions expressions = expressions();
        update.put("UpdateExpression", expressions.update());
        expressions.into(update);
      }
      default -> {
        ObjectNode check = action.putObject("ConditionCheck").put("TableName", schema.table());
        check.set("Key", schema.key(values));
        condition(check, 100);
      }
    }
    return action;
  }

  private ObjectNode transactGet() {
    ObjectNode request = Values.object();
    ArrayNode actions = request.putArray("TransactItems");
    Set<String> seen = new HashSet<>();
    for (int i = 1 + values.below(3); i > 0; i--) {
      ObjectNode key = schema.key(values);
      if (!isNew(key, seen)) {
        continue;
      }
      ObjectNode get = actions.addObject().putObject("Get").put("TableName", schema.table());
      get.set("Key", key);
      projection(get, 30);
    }
    capacity(request);
    return request;
  }
}
