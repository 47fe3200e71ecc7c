package dev.skybridge.services.dynamodb;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The requests that make and change tables, from records. */
final class TableRequests {
  private TableRequests() {}

  static ObjectNode name(Table table) {
    return AwsJson.object().put("TableName", table.name());
  }

  static ObjectNode create(Table table) {
    ObjectNode request = name(table);
    // Capacity is no limit here, whatever the billing mode.
    request.put("BillingMode", "PAY_PER_REQUEST");
    attributes(request, table);
    key(request, table.key());
    indexes(request, "GlobalSecondaryIndexes", table.global());
    indexes(request, "LocalSecondaryIndexes", table.local());
    return request;
  }

  static ObjectNode addIndex(Table table, Table.Index index) {
    ObjectNode request = name(table);
    attributes(request, table);
    describe(
        request.putArray("GlobalSecondaryIndexUpdates").addObject().putObject("Create"), index);
    return request;
  }

  static ObjectNode dropIndex(Table table, String index) {
    ObjectNode request = name(table);
    request
        .putArray("GlobalSecondaryIndexUpdates")
        .addObject()
        .putObject("Delete")
        .put("IndexName", index);
    return request;
  }

  static ObjectNode expiry(Table table, String attribute, boolean enabled) {
    ObjectNode request = name(table);
    request
        .putObject("TimeToLiveSpecification")
        .put("AttributeName", attribute)
        .put("Enabled", enabled);
    return request;
  }

  private static void attributes(ObjectNode request, Table table) {
    ArrayNode attributes = request.putArray("AttributeDefinitions");
    table
        .attributes()
        .forEach((name, type) ->
            attributes.addObject().put("AttributeName", name).put("AttributeType", type));
  }

  private static void key(ObjectNode request, Table.Key key) {
    ArrayNode schema = request.putArray("KeySchema");
    schema.addObject().put("AttributeName", key.hash()).put("KeyType", "HASH");
    key.range()
        .ifPresent(name -> schema.addObject().put("AttributeName", name).put("KeyType", "RANGE"));
  }

  private static void indexes(ObjectNode request, String field, List<Table.Index> indexes) {
    if (!indexes.isEmpty()) {
      ArrayNode all = request.putArray(field);
      indexes.forEach(index -> describe(all.addObject(), index));
    }
  }

  private static void describe(ObjectNode node, Table.Index index) {
    node.put("IndexName", index.name());
    key(node, index.key());
    ObjectNode projection = node.putObject("Projection").put("ProjectionType", index.projection());
    if (!index.included().isEmpty()) {
      ArrayNode included = projection.putArray("NonKeyAttributes");
      index.included().forEach(included::add);
    }
  }
}
