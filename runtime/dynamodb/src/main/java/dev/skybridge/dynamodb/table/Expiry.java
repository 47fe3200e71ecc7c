package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Removes items whose time has come, and idempotency tokens that are older than ten minutes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ttl-expired-items.html">
 *     Working with expired items and time to live</a>
 */
final class Expiry {
  /** What expired longer ago is left alone, as DynamoDB does it: five years. */
  private static final Duration LONGEST_PAST = Duration.ofDays(5 * 365L);

  private static final int STEP = 100;

  private final Store store;
  private final Catalog catalog;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean stopped;

  Expiry(Store store, Catalog catalog, InstantSource clock) {
    this.store = store;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** Whether a look is worth it: nothing else looks already. */
  boolean isDue() {
    return !lock.isLocked();
  }

  void stop() {
    stopped = true;
  }

  void run() {
    if (!lock.tryLock()) {
      return;
    }
    try {
      for (TableDefinition table : catalog.all()) {
        table.timeToLive().filter(TimeToLive::ready).ifPresent(expiry -> expire(table, expiry));
      }
      long before = clock.instant().minus(Layout.TOKEN_REMEMBERED).toEpochMilli();
      while (!stopped && anyToken(before)) {
        store.write(transaction -> forget(transaction, before));
      }
    } finally {
      lock.unlock();
    }
  }

  private void expire(TableDefinition table, TimeToLive expiry) {
    Instant now = clock.instant();
    while (!stopped && any(expiry, now)) {
      store.write(transaction -> {
        // Another expiry, or another table of the name: the next look is for that.
        Optional<TableDefinition> current =
            catalog
                .find(table.name())
                .filter(found -> found.timeToLive().equals(table.timeToLive()));
        return current.isPresent() && remove(transaction, current.get(), expiry, now);
      });
      if (!catalog
          .find(table.name())
          .map(TableDefinition::timeToLive)
          .equals(Optional.of(table.timeToLive()))) {
        return;
      }
    }
  }

  private boolean any(TimeToLive expiry, Instant now) {
    return store.read(view -> {
      boolean[] found = {false};
      view.scan(
          Layout.expired(expiry, from(now), now.getEpochSecond()),
          true,
          (key, value) -> {
            found[0] = true;
            return false;
          });
      return found[0];
    });
  }

  private static boolean remove(
      Transaction transaction, TableDefinition table, TimeToLive expiry, Instant now) {
    int[] count = {0};
    transaction.scan(
        Layout.expired(expiry, from(now), now.getEpochSecond()),
        true,
        (key, value) -> {
          byte[] place = Layout.expiring(key);
          Item item = ItemChange.before(transaction, place);
          // Whatever happens to the item, its place in the order has had its time.
          transaction.delete(key);
          if (item != null) {
            new ItemChange(table, place, item, null).write(transaction);
          }
          return ++count[0] < STEP;
        });
    return true;
  }

  private static long from(Instant now) {
    return Math.max(0, now.minus(LONGEST_PAST).getEpochSecond());
  }

  private boolean anyToken(long before) {
    return store.read(view -> {
      boolean[] found = {false};
      view.scan(
          Layout.tokensBefore(before),
          true,
          (key, value) -> {
            found[0] = true;
            return false;
          });
      return found[0];
    });
  }

  private static boolean forget(Transaction transaction, long before) {
    int[] count = {0};
    transaction.scan(
        Layout.tokensBefore(before),
        true,
        (key, value) -> {
          String token = Layout.agedToken(key);
          transaction.delete(key);
          transaction.delete(Layout.token(token));
          return ++count[0] < STEP;
        });
    return true;
  }
}
