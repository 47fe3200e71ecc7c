package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.store.KeyRange;
import dev.skybridge.dynamodb.store.Store;
import dev.skybridge.dynamodb.store.Transaction;
import dev.skybridge.dynamodb.store.View;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** Removes, in small steps, the entries of tables and indexes that are no more. */
final class Removal {
  private static final int STEP = 500;

  private final Store store;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean stopped;

  Removal(Store store) {
    this.store = store;
  }

  boolean isDue(View view) {
    List<byte[]> found = new ArrayList<>();
    view.scan(
        Layout.allRemoved(),
        true,
        (key, value) -> {
          found.add(key);
          return false;
        });
    return !found.isEmpty();
  }

  void stop() {
    stopped = true;
  }

  void run() {
    lock.lock();
    try {
      boolean more = true;
      while (more && !stopped) {
        more = store.write(this::step);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Removes some; returns whether there is more. */
  private boolean step(Transaction transaction) {
    List<byte[]> marks = new ArrayList<>();
    transaction.scan(
        Layout.allRemoved(),
        true,
        (key, value) -> {
          marks.add(key);
          return false;
        });
    if (marks.isEmpty()) {
      return false;
    }
    byte[] mark = marks.getFirst();
    int removed = delete(transaction, Layout.all(Layout.removedId(mark)));
    if (removed < STEP) {
      transaction.delete(mark);
    }
    return true;
  }

  private static int delete(Transaction transaction, KeyRange range) {
    int[] count = {0};
    transaction.scan(
        range,
        true,
        (key, value) -> {
          transaction.delete(key);
          return ++count[0] < STEP;
        });
    return count[0];
  }
}
