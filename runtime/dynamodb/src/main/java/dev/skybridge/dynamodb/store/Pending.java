package dev.skybridge.dynamodb.store;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A change on its way: what it wants to write is kept here, and given to SQLite only when the
 * change has returned, so that one that throws has written nothing and no savepoint is needed.
 */
final class Pending<T> implements Transaction {
  private final Change<T> change;
  private final CompletableFuture<T> future = new CompletableFuture<>();
  private final TreeMap<byte[], Optional<byte[]>> writes = new TreeMap<>(Arrays::compareUnsigned);
  private final List<Counted> counts = new ArrayList<>();
  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable T answer;
  private @Nullable Throwable refusal;
  private @Nullable View view;

  /** An addition to a counter; {@code forget} removes it before. */
  record Counted(long number, boolean forget, long items, long bytes) {}

  Pending(Change<T> change) {
    this.change = change;
  }

  boolean isAlone() {
    return change.isAlone();
  }

  CompletableFuture<T> future() {
    return future;
  }

  /**
   * Runs the change; returns whether it wants to write.
   *
   * @param current what it sees
   */
  // The caller gets whatever the change throws.
  @SuppressWarnings("CatchingUnchecked")
  boolean apply(View current) {
    view = current;
    try {
      answer = change.apply(this);
      return true;
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      refusal = e;
      writes.clear();
      counts.clear();
      actions.clear();
      return false;
    }
  }

  Map<byte[], Optional<byte[]>> writes() {
    return writes;
  }

  List<Counted> counts() {
    return counts;
  }

  /** Answers the caller; what the change wrote is on disk. */
  // The caller gets whatever an action throws.
  @SuppressWarnings("CatchingUnchecked")
  void finish() {
    try {
      actions.forEach(Runnable::run);
    } catch (RuntimeException | Error e) {
      refusal = e;
    }
    if (refusal != null) {
      future.completeExceptionally(refusal);
    } else {
      future.complete(answer);
    }
  }

  void fail(StoreException failure) {
    future.completeExceptionally(refusal != null ? refusal : failure);
  }

  private View view() {
    return requireNonNull(view);
  }

  @Override
  public Optional<byte[]> get(byte[] key) {
    return view().get(key);
  }

  @Override
  public void scan(KeyRange range, boolean forward, Visitor visitor) {
    view().scan(range, forward, visitor);
  }

  @Override
  public Count counted(long number) {
    return view().counted(number);
  }

  @Override
  public void put(byte[] key, byte[] value) {
    writes.put(key, Optional.of(value));
  }

  @Override
  public void delete(byte[] key) {
    writes.put(key, Optional.empty());
  }

  @Override
  public void count(long number, long items, long bytes) {
    counts.add(new Counted(number, false, items, bytes));
  }

  @Override
  public void forget(long number) {
    counts.add(new Counted(number, true, 0, 0));
  }

  @Override
  public void afterCommit(Runnable action) {
    actions.add(action);
  }
}
