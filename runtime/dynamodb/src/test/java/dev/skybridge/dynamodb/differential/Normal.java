package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that is made equal before two answers are compared:
 *
 * <ul>
 *   <li>an error's type without its prefix; {@code Message} is {@code message};
 *   <li>ARNs of DynamoDB Local get the account and Region of the data set;
 *   <li>dates, ids of tables and requests, and sizes and counts of tables, which DynamoDB updates
 *       at its leisure, are left out; so are the progress of a new index and the limits of
 *       on-demand tables;
 *   <li>numbers are without superfluous zeros, members of sets sorted;
 *   <li>of two paths that overlap, the second is left out: of more than two, DynamoDB Local names
 *       one that does not overlap;
 *   <li>bounds of BETWEEN in an error are left out: they are as they were written, -0 for 0;
 *   <li>the full stop that DynamoDB Local puts after the reason of a failed condition check;
 *   <li>item collection metrics, which DynamoDB Local never answers;
 *   <li>unused placeholders in an error are sorted;
 *   <li>capacity that was not asked for is left out: DynamoDB Local adds it to DeleteItem;
 *   <li>how much capacity is left out but for GetItem: DynamoDB Local counts nothing for an empty
 *       page, where DynamoDB counts half a unit, and writes for indexes that the item is not in;
 *   <li>the status of a table that is deleted is left out: DELETING here and at AWS, ACTIVE there;
 *   <li>of several indexes that an empty key value is wrong for, which one is named;
 *   <li>what has no order is sorted: descriptions of indexes and attributes, tags, items of scans,
 *       of batches, and of global indexes.
 * </ul>
 */
final class Normal {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "CreationDateTime",
          "LastIncreaseDateTime",
          "LastDecreaseDateTime",
          "LastUpdateToPayPerRequestDateTime",
          "EarliestRestorableDateTime",
          "LatestRestorableDateTime",
          "TableId",
          "TableSizeBytes",
          "IndexSizeBytes",
          "OnDemandThroughput",
          "Backfilling",
          "ItemCount");
  private static final Set<String> SORTED =
      Set.of(
          "GlobalSecondaryIndexes",
          "LocalSecondaryIndexes",
          "AttributeDefinitions",
          "NonKeyAttributes",
          "Tags",
          "SS",
          "NS",
          "BS");
  private static final String LOCAL_ARN = "arn:aws:dynamodb:ddblocal:000000000000:";

  private Normal() {}

  /**
   * @param unordered whether the answer's items have no order
   */
  static JsonNode of(Call call, Side.Reply reply, boolean unordered) {
    JsonNode body = node("", reply.body());
    if (body instanceof ObjectNode object) {
      object.put("status", reply.status());
      if (object.has("Message")) {
        object.set("message", object.remove("Message"));
      }
      object.put(
          "message",
          sortedKeys(
              object
                  .path("message")
                  .asText()
                  .replaceFirst(", path two: .*", "")
                  .replaceFirst("IndexName: [^,]*, IndexKey", "IndexKey")
                  .replaceFirst("; lower bound operand: .*", "")));
      object.remove("ItemCollectionMetrics");
      if (call.operation().equals("DeleteTable")
          && object.get("TableDescription") instanceof ObjectNode table) {
        table.remove("TableStatus");
      }
      object
          .path("CancellationReasons")
          .forEach(reason -> {
            if (reason.has("Message")) {
              String message = reason.get("Message").asText().replaceFirst("[.]$", "");
              ((ObjectNode) reason).put("Message", message);
            }
          });
      if (call.request().path("ReturnConsumedCapacity").asText("NONE").equals("NONE")) {
        object.remove("ConsumedCapacity");
      }
      if (!call.operation().equals("GetItem") && object.has("ConsumedCapacity")) {
        object.set("ConsumedCapacity", tables(object.get("ConsumedCapacity")));
      }
      if (object.has("__type")) {
        String type = object.get("__type").asText();
        object.put("__type", type.substring(type.indexOf('#') + 1));
      }
      if (unordered && object.get("Items") instanceof ArrayNode items) {
        object.set("Items", sorted(items));
      }
      if (object.get("Responses") instanceof ObjectNode tables) {
        tables.properties().forEach(table -> table.setValue(sorted(table.getValue())));
      }
    }
    return body;
  }

  private static JsonNode node(String field, JsonNode node) {
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(field.equals("NS") ? number(element) : node("", element)));
      return SORTED.contains(field) ? sorted(array) : array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> property : node.properties()) {
        String name = property.getKey();
        JsonNode value = property.getValue();
        if (!LEFT_OUT.contains(name)) {
          object.set(name, name.equals("N") ? number(value) : node(name, value));
        }
      }
      return object;
    }
    return node.isTextual() && node.textValue().startsWith(LOCAL_ARN)
        ? new TextNode(EngineSide.DATA_SET.arn(node.textValue().substring(LOCAL_ARN.length())))
        : node;
  }

  /** Unused placeholders come in the order of a hash table. */
  private static String sortedKeys(String message) {
    int from = message.indexOf(" keys: {");
    if (from < 0) {
      return message;
    }
    String[] keys = message.substring(from + 8, message.length() - 1).split(", ");
    Arrays.sort(keys);
    return message.substring(0, from) + " keys: {" + String.join(", ", keys) + "}";
  }

  /** Which tables capacity is of, without how much. */
  private static JsonNode tables(JsonNode capacity) {
    ArrayNode names = JsonNodeFactory.instance.arrayNode();
    capacity.findValues("TableName").forEach(names::add);
    return names;
  }

  private static JsonNode number(JsonNode node) {
    if (!node.isTextual()) {
      return node("", node);
    }
    BigDecimal value = new BigDecimal(node.textValue());
    return new TextNode(value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString());
  }

  /** The elements in the order of their text. */
  static ArrayNode sorted(JsonNode array) {
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(element -> elements.add(canonical(element)));
    elements.sort(Comparator.comparing(JsonNode::toString));
    return JsonNodeFactory.instance.arrayNode().addAll(elements);
  }

  /** Objects with their names in order. */
  private static JsonNode canonical(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(property -> object.set(property.getKey(), canonical(property.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(canonical(element)));
      return array;
    }
    return node;
  }
}
