package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skybridge.dynamodb.model.AttributeWriter;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.store.View;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * About how large the item collections are that a request wrote to: the items of a partition key,
 * with their entries in local indexes. Only tables with such indexes have any.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ItemCollectionMetrics.html">
 *     ItemCollectionMetrics</a>
 */
final class ItemCollections {
  private static final double GB = 1L << 30;

  private final Tables tables;
  private final boolean wanted;

  private ItemCollections(Tables tables, boolean wanted) {
    this.tables = tables;
    this.wanted = wanted;
  }

  static ItemCollections of(Tables tables, Request request) {
    return new ItemCollections(
        tables, request.text("ReturnItemCollectionMetrics").orElse("NONE").equals("SIZE"));
  }

  /** The field of an answer about one item. */
  Response one(ItemPlan plan) {
    if (!wanted || plan.table().indexes(false).isEmpty()) {
      return Response.EMPTY;
    }
    return json -> {
      json.writeFieldName("ItemCollectionMetrics");
      write(json, plan);
    };
  }

  /** The field of an answer about many items: each collection once. */
  Response many(Collection<ItemPlan> plans) {
    Map<String, List<ItemPlan>> byTable = new LinkedHashMap<>();
    for (ItemPlan plan : plans) {
      List<ItemPlan> of = byTable.computeIfAbsent(plan.table().name(), name -> new ArrayList<>());
      if (of.stream().noneMatch(other -> collection(other).equals(collection(plan)))) {
        of.add(plan);
      }
    }
    byTable.values().removeIf(of -> of.getFirst().table().indexes(false).isEmpty());
    if (!wanted || byTable.isEmpty()) {
      return Response.EMPTY;
    }
    return json -> {
      json.writeObjectFieldStart("ItemCollectionMetrics");
      for (Map.Entry<String, List<ItemPlan>> entry : byTable.entrySet()) {
        json.writeArrayFieldStart(entry.getKey());
        for (ItemPlan plan : entry.getValue()) {
          write(json, plan);
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    };
  }

  private void write(JsonGenerator json, ItemPlan plan) throws IOException {
    double least = Math.floor(tables.read(view -> bytes(view, plan)) / GB);
    json.writeStartObject();
    json.writeFieldName("ItemCollectionKey");
    AttributeWriter.write(json, collection(plan));
    json.writeArrayFieldStart("SizeEstimateRangeGB");
    json.writeNumber(least);
    json.writeNumber(least + 1);
    json.writeEndArray();
    json.writeEndObject();
  }

  private static Item collection(ItemPlan plan) {
    return plan.key()
        .only(plan.table().keys().hash().stream().map(KeySchema.Attribute::name).toList());
  }

  /** Less than a GB in the whole table is known at once; else the collection is looked at. */
  private static long bytes(View view, ItemPlan plan) {
    TableDefinition table = plan.table();
    long all = view.counted(table.id()).bytes();
    for (IndexDefinition index : table.indexes(false)) {
      all += view.counted(index.id()).bytes();
    }
    if (all < GB) {
      return all;
    }
    long[] sum = {partition(view, table.id(), plan)};
    table.indexes(false).forEach(index -> sum[0] += partition(view, index.id(), plan));
    return sum[0];
  }

  private static long partition(View view, int id, ItemPlan plan) {
    long[] sum = {0};
    view.scan(
        Layout.partition(
            id,
            plan.table().keys().hash().stream()
                .map(attribute -> plan.key().attributes().get(attribute.name()))
                .toList()),
        true,
        (key, value) -> {
          sum[0] += value.length;
          return true;
        });
    return sum[0];
  }
}
