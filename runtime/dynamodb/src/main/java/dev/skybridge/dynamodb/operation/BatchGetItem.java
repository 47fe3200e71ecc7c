package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeWriter;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.View;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers up to 100 items of any tables, 16 MB at most; the keys of the rest it gives back.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html">BatchGetItem</a>
 */
final class BatchGetItem implements Operation {
  private static final int MOST_KEYS = 100;
  private static final long MOST_BYTES = 16L << 20;

  /** The keys of one table, what is found, and the keys that are left. */
  private static final class Part {
    private final TableDefinition table;
    private final Request request;
    private final List<JsonNode> keys = new ArrayList<>();
    private final List<byte[]> places = new ArrayList<>();
    private final Optional<ProjectionExpression> projection;
    private final boolean consistent;
    private final List<Item> found = new ArrayList<>();
    private final List<JsonNode> left = new ArrayList<>();
    private final List<Integer> bytes = new ArrayList<>();

    Part(TableDefinition table, Request request) {
      this.table = table;
      this.request = request;
      Legacy.refuse(request);
      Expressions expressions = Expressions.of(request, "ProjectionExpression");
      projection = expressions.projection("ProjectionExpression");
      expressions.check(table);
      consistent = request.flag("ConsistentRead");
      List<Item> items = new ArrayList<>();
      for (Request key : request.parts("Keys")) {
        items.add(AttributeReader.item("Item", key.json()));
        keys.add(key.json());
      }
      if (items.contains(Item.EMPTY)) {
        throw new ValidationException(
            "The list of keys in RequestItems for BatchGetItem may not contain null or empty"
                + " values: "
                + table.name()
                + " has one or more empty keys");
      }
      if (new HashSet<>(items).size() < items.size()) {
        throw new ValidationException("Provided list of item keys contains duplicates");
      }
      for (Item item : items) {
        Keys.check(table, item);
        places.add(Layout.item(table, item));
      }
    }

    /** Reads while there is room; returns what room is left. */
    long read(View view, long room) {
      long rest = room;
      for (int i = 0; i < places.size(); i++) {
        if (rest <= 0) {
          left.add(keys.get(i));
          continue;
        }
        Item item = ItemChange.before(view, places.get(i));
        int size = item == null ? 0 : item.size();
        rest -= size;
        bytes.add(size);
        if (item != null) {
          found.add(projection.isPresent() ? projection.get().of(item) : item);
        }
      }
      return rest;
    }
  }

  @Override
  public Response answer(Tables tables, Request request) {
    Map<String, JsonNode> wanted = request.entries("RequestItems");
    if (wanted.isEmpty()) {
      throw new ValidationException("BatchGetItem must have some requests set");
    }
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : wanted.entrySet()) {
      int keys = entry.getValue().path("Keys").size();
      if (keys == 0) {
        throw new ValidationException(
            "The list of keys in RequestItems for BatchGetItem is required: "
                + entry.getKey()
                + " has empty list");
      }
      count += keys;
    }
    if (count > MOST_KEYS) {
      throw new ValidationException("Too many items requested for the BatchGetItem call");
    }
    List<Part> parts = new ArrayList<>();
    wanted.forEach((name, part) ->
        parts.add(new Part(TableName.find(tables, TableName.of(tables, name)), new Request(part))));
    tables.read(view -> {
      long room = MOST_BYTES;
      for (Part part : parts) {
        room = part.read(view, room);
      }
      return true;
    });
    Capacity capacity = Capacity.of(request);
    parts.forEach(
        part -> part.bytes.forEach(bytes -> capacity.read(part.table, bytes, part.consistent)));
    return found(parts).and(left(parts)).and(capacity.many());
  }

  private static Response found(List<Part> parts) {
    return json -> {
      json.writeObjectFieldStart("Responses");
      for (Part part : parts) {
        json.writeArrayFieldStart(part.table.name());
        for (Item item : part.found) {
          AttributeWriter.write(json, item);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    };
  }

  /** The requests of the keys that were not read, as they came. */
  private static Response left(List<Part> parts) {
    return json -> {
      json.writeObjectFieldStart("UnprocessedKeys");
      for (Part part : parts) {
        if (!part.left.isEmpty()) {
          json.writeObjectFieldStart(part.table.name());
          for (Map.Entry<String, JsonNode> parameter : part.request.json().properties()) {
            if (!parameter.getKey().equals("Keys")) {
              json.writeFieldName(parameter.getKey());
              json.writeTree(parameter.getValue());
            }
          }
          json.writeArrayFieldStart("Keys");
          for (JsonNode key : part.left) {
            json.writeTree(key);
          }
          json.writeEndArray();
          json.writeEndObject();
        }
      }
      json.writeEndObject();
    };
  }
}
