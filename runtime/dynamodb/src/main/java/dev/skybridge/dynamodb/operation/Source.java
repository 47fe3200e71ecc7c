package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.Layout;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.Optional;

/**
 * What is queried or scanned: a table or one of its indexes.
 *
 * @param scanned whether it is scanned
 */
record Source(TableDefinition table, Optional<IndexDefinition> index, boolean scanned) {

  static Source of(Tables tables, Request request, boolean scanned) {
    TableDefinition table = TableName.find(tables, request);
    if (!scanned) {
      Page.limit(request);
    }
    Optional<String> name = request.text("IndexName");
    Optional<IndexDefinition> index = name.flatMap(table::index);
    if (name.isPresent() && index.isEmpty()) {
      throw new ValidationException("The table does not have the specified index: " + name.get());
    }
    Page.limit(request);
    if (index.isPresent()) {
      if (index.get().status() == IndexDefinition.Status.CREATING) {
        throw new ValidationException(
            "Cannot read from backfilling global secondary index: " + name.orElseThrow());
      }
    }
    return new Source(table, index, scanned);
  }

  /** A global index may lag behind its table. */
  void refuseConsistentReads(Request request) {
    if (index.isPresent() && index.get().global() && request.flag("ConsistentRead")) {
      throw new ValidationException(
          "Consistent reads are not supported on global secondary indexes");
    }
  }

  /** Whether it can be one item only: a query of a table without sort keys. */
  boolean isOneItem() {
    return !scanned && index.isEmpty() && table.keys().range().isEmpty();
  }

  boolean isGlobal() {
    return index.isPresent() && index.get().global();
  }

  KeySchema keys() {
    return index.map(IndexDefinition::keys).orElse(table.keys());
  }

  int id() {
    return index.map(IndexDefinition::id).orElse(table.id());
  }

  /** Where the entry with the keys is. */
  byte[] place(Item keys) {
    return index.isPresent()
        ? Layout.index(index.get(), table, keys).orElseThrow()
        : Layout.item(table, keys);
  }
}
