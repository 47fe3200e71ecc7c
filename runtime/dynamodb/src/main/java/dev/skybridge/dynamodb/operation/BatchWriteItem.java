package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.JsonShapes;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts and deletes up to 25 items of any tables. Nothing is left unprocessed here: all happen in
 * one commit.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html">BatchWriteItem</a>
 */
final class BatchWriteItem implements Operation {
  private static final int MOST_REQUESTS = 25;

  @Override
  public Response answer(Tables tables, Request request) {
    Map<String, JsonNode> wanted = request.entries("RequestItems");
    check(wanted);
    List<ItemPlan> plans = new ArrayList<>();
    List<ItemChange> changes =
        Planned.write(
            tables,
            planned -> {
              plans.clear();
              wanted.forEach((name, list) ->
                  plans.addAll(plans(planned.table(TableName.of(tables, name)), list)));
              return write(List.copyOf(plans));
            });
    Capacity capacity = Capacity.of(request);
    changes.forEach(capacity::write);
    Response unprocessed =
        json -> {
          json.writeObjectFieldStart("UnprocessedItems");
          json.writeEndObject();
        };
    return unprocessed.and(ItemCollections.of(tables, request).many(plans)).and(capacity.many());
  }

  private static void check(Map<String, JsonNode> wanted) {
    if (wanted.isEmpty()) {
      throw new ValidationException("BatchWriteItem cannot have a null or no requests set");
    }
    int count = 0;
    for (Map.Entry<String, JsonNode> entry : wanted.entrySet()) {
      int requests = entry.getValue().isNull() ? 0 : JsonShapes.array(entry.getValue()).size();
      if (requests == 0) {
        throw new ValidationException(
            "The batch write request list for a table cannot be null or empty: " + entry.getKey());
      }
      count += requests;
    }
    if (count > MOST_REQUESTS) {
      throw new ValidationException("Too many items requested for the BatchWriteItem call");
    }
  }

  private static List<ItemPlan> plans(TableDefinition table, JsonNode list) {
    List<ItemPlan> plans = new ArrayList<>();
    Set<ByteBuffer> seen = new HashSet<>();
    for (JsonNode element : list) {
      ItemPlan plan = plan(table, new Request(element));
      if (!seen.add(ByteBuffer.wrap(plan.place()))) {
        throw new ValidationException("Provided list of item keys contains duplicates");
      }
      plans.add(plan);
    }
    return plans;
  }

  private static ItemPlan plan(TableDefinition table, Request request) {
    Optional<Request> put = request.part("PutRequest");
    Optional<Request> delete = request.part("DeleteRequest");
    if (put.isPresent() == delete.isPresent()) {
      throw new ValidationException(
          "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
              + " supported datatypes");
    }
    if (delete.isPresent()) {
      return ItemPlan.plan(
          table, delete.get(), Keys.key(table, delete.get()), Optional.empty(), before -> null);
    }
    Item item =
        AttributeReader.item(
            "Item",
            put.orElseThrow()
                .node("Item")
                .orElseThrow(() ->
                    new ValidationException("The supplied Item contains a null AttributeValue")));
    ItemLimit.checkPut(table, item);
    Keys.checkItem(table, item);
    return ItemPlan.plan(
        table, put.get(), item.only(table.keys().names()), Optional.empty(), before -> item);
  }

  private static Change<List<ItemChange>> write(List<ItemPlan> plans) {
    return transaction -> {
      List<ItemChange> changes = new ArrayList<>();
      for (ItemPlan plan : plans) {
        ItemChange change = plan.change(transaction);
        change.write(transaction);
        changes.add(change);
      }
      return changes;
    };
  }
}
