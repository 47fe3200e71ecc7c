package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/**
 * Fills indexes, and orders of expiry, that are made for a table with items. Meanwhile every write
 * keeps them already; so what is not there yet is put there, and nothing else.
 */
final class Filling {
  private static final int STEP_ITEMS = 100;
  private static final long STEP_BYTES = 1 << 20;

  private final Store store;
  private final Catalog catalog;

  /** One at a time. */
  private final ReentrantLock lock = new ReentrantLock();

  private volatile boolean stopped;

  Filling(Store store, Catalog catalog) {
    this.store = store;
    this.catalog = catalog;
  }

  /** Something to fill: puts what an item needs, and is told when all have it. */
  private interface Fill {
    void put(Transaction transaction, TableDefinition table, byte[] place, Item item);

    /** The table when this is filled; empty when what was to be filled is no more. */
    Optional<TableDefinition> filled(TableDefinition table);
  }

  boolean isDue() {
    return catalog.all().stream().anyMatch(table -> !fills(table).isEmpty());
  }

  void stop() {
    stopped = true;
  }

  void run() {
    lock.lock();
    try {
      while (!stopped) {
        Optional<TableDefinition> due =
            catalog.all().stream().filter(table -> !fills(table).isEmpty()).findFirst();
        if (due.isEmpty()) {
          return;
        }
        fill(due.get().name(), due.get().id(), fills(due.get()).getFirst());
      }
    } finally {
      lock.unlock();
    }
  }

  private static List<Fill> fills(TableDefinition table) {
    List<Fill> fills = new ArrayList<>();
    for (IndexDefinition index : table.indexes()) {
      if (index.status() == IndexDefinition.Status.CREATING) {
        fills.add(new IndexFill(index.id()));
      }
    }
    table
        .timeToLive()
        .filter(expiry -> !expiry.ready())
        .ifPresent(expiry -> fills.add(new ExpiryFill(expiry.id())));
    return fills;
  }

  private void fill(String name, int id, Fill fill) {
    Optional<byte[]> next = Optional.of(Layout.all(id).from());
    while (next.isPresent() && !stopped) {
      byte[] from = next.get();
      next = store.write(transaction -> step(transaction, name, id, fill, from));
    }
    if (next.isEmpty()) {
      store.write(
          Change.alone(transaction -> {
            current(name, id, fill)
                .ifPresent(table ->
                    fill.filled(table).ifPresent(filled -> catalog.put(transaction, filled)));
            return true;
          }));
    }
  }

  /** Fills in the items from a key on; answers where to go on. */
  private Optional<byte[]> step(
      Transaction transaction, String name, int id, Fill fill, byte[] from) {
    Optional<TableDefinition> table = current(name, id, fill);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    Page page = new Page();
    transaction.scan(
        Layout.all(id).startingAt(from),
        true,
        (place, value) -> {
          fill.put(transaction, table.get(), place, ItemBytes.decode(value));
          return page.add(place, value.length);
        });
    return page.next();
  }

  private Optional<TableDefinition> current(String name, int id, Fill fill) {
    return catalog.find(name).filter(table -> table.id() == id && fill.filled(table).isPresent());
  }

  /** How much a step did. */
  private static final class Page {
    private int items;
    private long bytes;
    private Optional<byte[]> next = Optional.empty();

    boolean add(byte[] place, int size) {
      items++;
      bytes += size;
      boolean more = items < STEP_ITEMS && bytes < STEP_BYTES;
      next = more ? Optional.empty() : Optional.of(KeyRange.next(place));
      return more;
    }

    Optional<byte[]> next() {
      return next;
    }
  }

  private record IndexFill(int id) implements Fill {
    @Override
    public void put(Transaction transaction, TableDefinition table, byte[] place, Item item) {
      for (IndexDefinition index : table.indexes()) {
        if (index.id() == id) {
          put(transaction, table, index, item);
        }
      }
    }

    private static void put(
        Transaction transaction, TableDefinition table, IndexDefinition index, Item item) {
      Optional<byte[]> key = Layout.index(index, table, item);
      if (key.isPresent() && transaction.get(key.get()).isEmpty()) {
        Item entry = index.project(item, table.keys());
        transaction.put(key.get(), ItemBytes.encode(entry));
        transaction.count(index.id(), 1, entry.size());
      }
    }

    @Override
    public Optional<TableDefinition> filled(TableDefinition table) {
      UnaryOperator<IndexDefinition> change = index -> index.id() == id ? index.active() : index;
      return table.indexes().stream().anyMatch(index -> index.id() == id)
          ? Optional.of(
              table.withIndexes(table.attributes(), table.indexes().stream().map(change).toList()))
          : Optional.empty();
    }
  }

  private record ExpiryFill(int id) implements Fill {
    @Override
    public void put(Transaction transaction, TableDefinition table, byte[] place, Item item) {
      table
          .timeToLive()
          .ifPresent(expiry ->
              expiry
                  .expiry(item)
                  .ifPresent(second ->
                      transaction.put(Layout.expiry(expiry, second, place), new byte[0])));
    }

    @Override
    public Optional<TableDefinition> filled(TableDefinition table) {
      return table
          .timeToLive()
          .filter(expiry -> expiry.id() == id)
          .map(expiry ->
              table.withTimeToLive(Optional.of(new TimeToLive(expiry.attribute(), id, true))));
    }
  }
}
