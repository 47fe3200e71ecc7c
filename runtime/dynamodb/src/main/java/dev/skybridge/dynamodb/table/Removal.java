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
  private static final int STEP_ENTRIES = 500;
  private static final long STEP_BYTES = 1 << 20;

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
    if (deleteAll(transaction, Layout.all(Layout.removedId(mark)))) {
      transaction.delete(mark);
    }
    return true;
  }

  /** Deletes a step of entries; returns whether these were the last. */
  private static boolean deleteAll(Transaction transaction, KeyRange range) {
    int[] count = {0};
    long[] bytes = {0};
    boolean[] more = {false};
    transaction.scan(
        range,
        true,
        (key, value) -> {
          transaction.delete(key);
          bytes[0] += value.length;
          more[0] = ++count[0] == STEP_ENTRIES || bytes[0] >= STEP_BYTES;
          return !more[0];
        });
    return !more[0];
  }
}
