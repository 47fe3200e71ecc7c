package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.ItemChange;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The capacity that a request consumed: a write unit per begun KB, a read unit per begun 4 KB, half
 * of that for eventually consistent reads, twice in transactions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">
 *     DynamoDB reads and writes</a>
 */
final class Capacity {
  private static final int READ_BYTES = 4096;
  private static final int WRITE_BYTES = 1024;

  private final Mode mode;
  private final double factor;
  private final Map<String, Usage> tables = new LinkedHashMap<>();

  /** How much of it the answer tells. */
  enum Mode {
    NONE,
    TOTAL,
    INDEXES
  }

  private static final class Usage {
    private double table;
    private final Map<String, Double> local = new LinkedHashMap<>();
    private final Map<String, Double> global = new LinkedHashMap<>();

    void add(IndexDefinition index, double units) {
      (index.global() ? global : local).merge(index.name(), units, Double::sum);
    }

    double total() {
      return table + sum(local) + sum(global);
    }

    private static double sum(Map<String, Double> units) {
      return units.values().stream().mapToDouble(Double::doubleValue).sum();
    }
  }

  private Capacity(Mode mode, double factor) {
    this.mode = mode;
    this.factor = factor;
  }

  static Capacity of(Request request) {
    return of(request, 1);
  }

  /**
   * @param factor 2 in a transaction
   */
  static Capacity of(Request request, double factor) {
    Mode mode =
        switch (request.text("ReturnConsumedCapacity").orElse("")) {
          case "TOTAL" -> Mode.TOTAL;
          case "INDEXES" -> Mode.INDEXES;
          default -> Mode.NONE;
        };
    return new Capacity(mode, factor);
  }

  /** A change was written. */
  void write(ItemChange change) {
    if (mode == Mode.NONE) {
      return;
    }
    Usage usage = usage(change.table());
    usage.table +=
        factor * units(Math.max(size(change.before()), size(change.after())), WRITE_BYTES);
    for (IndexDefinition index : change.table().indexes()) {
      double units = indexUnits(change, index);
      if (units > 0) {
        usage.add(index, factor * units);
      }
    }
  }

  private static double indexUnits(ItemChange change, IndexDefinition index) {
    Item before = entry(change, index, change.before());
    Item after = entry(change, index, change.after());
    if (before == null || after == null) {
      return before == null && after == null ? 0 : units(size(before) + size(after), WRITE_BYTES);
    }
    if (before.equals(after)) {
      return 0;
    }
    boolean moved =
        index.keys().names().stream()
            .anyMatch(name -> !Objects.equals(before.attribute(name), after.attribute(name)));
    return moved
        ? units(size(before), WRITE_BYTES) + units(size(after), WRITE_BYTES)
        : units(Math.max(size(before), size(after)), WRITE_BYTES);
  }

  private static @Nullable Item entry(
      ItemChange change, IndexDefinition index, @Nullable Item item) {
    return item != null && index.keys().names().stream().allMatch(item::has)
        ? index.project(item, change.table().keys())
        : null;
  }

  /**
   * Items were read from a table.
   *
   * @param bytes of all that share a rounding
   */
  void read(TableDefinition table, long bytes, boolean consistent) {
    if (mode != Mode.NONE) {
      usage(table).table += readUnits(bytes, consistent);
    }
  }

  /** Entries were read from an index. */
  void read(TableDefinition table, IndexDefinition index, long bytes, boolean consistent) {
    if (mode != Mode.NONE) {
      usage(table).add(index, readUnits(bytes, consistent));
    }
  }

  private double readUnits(long bytes, boolean consistent) {
    return factor * (consistent ? 1 : 0.5) * units(bytes, READ_BYTES);
  }

  private Usage usage(TableDefinition table) {
    return tables.computeIfAbsent(table.name(), name -> new Usage());
  }

  private static int size(@Nullable Item item) {
    return item == null ? 0 : item.size();
  }

  private static double units(long bytes, int unit) {
    return Math.max(1, Math.ceilDiv(bytes, unit));
  }

  /** The field of an answer about one table. */
  Response one() {
    return json -> {
      for (Map.Entry<String, Usage> entry : tables.entrySet()) {
        json.writeFieldName("ConsumedCapacity");
        write(json, entry.getKey(), entry.getValue());
      }
    };
  }

  /** The field of an answer about many tables. */
  Response many() {
    return json -> {
      if (mode != Mode.NONE) {
        json.writeArrayFieldStart("ConsumedCapacity");
        for (Map.Entry<String, Usage> entry : tables.entrySet()) {
          write(json, entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
      }
    };
  }

  private void write(JsonGenerator json, String table, Usage usage) throws IOException {
    json.writeStartObject();
    json.writeStringField("TableName", table);
    json.writeNumberField("CapacityUnits", usage.total());
    if (mode == Mode.INDEXES) {
      json.writeObjectFieldStart("Table");
      json.writeNumberField("CapacityUnits", usage.table);
      json.writeEndObject();
      write(json, "LocalSecondaryIndexes", usage.local);
      write(json, "GlobalSecondaryIndexes", usage.global);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, Map<String, Double> indexes)
      throws IOException {
    if (indexes.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, Double> index : indexes.entrySet()) {
      json.writeObjectFieldStart(index.getKey());
      json.writeNumberField("CapacityUnits", index.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
