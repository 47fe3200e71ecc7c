package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.store.View;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The tables of a store, by name. Changed only by changes that share their commit with no other, on
 * the writer's thread; read by all.
 */
public final class Catalog {
  private final DefinitionJson json = new DefinitionJson();
  private volatile NavigableMap<String, TableDefinition> tables = new TreeMap<>();

  private Catalog() {}

  /** Reads the tables of a store, on its writer's thread: a reader's need not be there yet. */
  public static Catalog load(Store store) {
    Catalog catalog = new Catalog();
    catalog.tables =
        store.write(view -> {
          NavigableMap<String, TableDefinition> found = new TreeMap<>();
          view.scan(
              Layout.definitions(),
              true,
              (key, value) -> {
                TableDefinition table = catalog.json.read(value);
                found.put(table.name(), table);
                return true;
              });
          return found;
        });
    return catalog;
  }

  /** All tables in the order of their names. */
  public Collection<TableDefinition> all() {
    return Collections.unmodifiableCollection(tables.values());
  }

  /** The names of the tables after one, in order. */
  public Collection<String> namesAfter(String name) {
    return Collections.unmodifiableCollection(tables.tailMap(name, false).keySet());
  }

  /** The table of a name. */
  public Optional<TableDefinition> find(String name) {
    return Optional.ofNullable(tables.get(name));
  }

  /** Keeps a new or changed table. */
  public void put(Transaction transaction, TableDefinition table) {
    transaction.put(Layout.definition(table.name()), json.write(table));
    publish(
        transaction,
        copy -> {
          copy.put(table.name(), table);
        });
  }

  /** Forgets a table; its items are removed later. */
  public void remove(Transaction transaction, TableDefinition table) {
    transaction.delete(Layout.definition(table.name()));
    removeData(transaction, table.id());
    table.indexes().forEach(index -> removeData(transaction, index.id()));
    table.timeToLive().ifPresent(expiry -> removeData(transaction, expiry.id()));
    publish(
        transaction,
        copy -> {
          copy.remove(table.name());
        });
  }

  /** Has what belongs to an id removed later. */
  public static void removeData(Transaction transaction, int id) {
    transaction.put(Layout.removed(id), new byte[0]);
    transaction.forget(id);
  }

  /** Takes ids that nothing had before; the first of them. */
  public static int takeIds(Transaction transaction, int count) {
    int next = nextId(transaction);
    transaction.put(Layout.nextId(), ByteBuffer.allocate(4).putInt(next + count).array());
    return next;
  }

  private static int nextId(View view) {
    return view.get(Layout.nextId()).map(bytes -> ByteBuffer.wrap(bytes).getInt()).orElse(1);
  }

  private void publish(
      Transaction transaction, Consumer<NavigableMap<String, TableDefinition>> change) {
    transaction.afterCommit(() -> {
      NavigableMap<String, TableDefinition> copy = new TreeMap<>(tables);
      change.accept(copy);
      tables = copy;
    });
  }
}
