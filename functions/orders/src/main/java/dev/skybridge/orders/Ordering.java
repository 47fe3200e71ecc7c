package dev.skybridge.orders;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Places orders. Thread-safe, though Lambda asks one thing at a time of an instance. */
final class Ordering {
  private static final int ATTEMPTS = 8;

  private final OrderTable table;
  private final int shards;
  private final Duration timeToLive;
  private final Clock clock;
  private final Supplier<OrderId> ids;
  private final IntConsumer pause;

  /** The day last known to be recorded in the table. */
  private volatile @Nullable DayShards recorded;

  /**
   * @param shards into how many partitions of the index a day's orders go; 1-64
   * @param timeToLive how long an {@code Idempotency-Key} is remembered
   * @param pause waits before attempt n (1, 2, ...) of a write that met another one
   */
  Ordering(
      OrderTable table,
      int shards,
      Duration timeToLive,
      Clock clock,
      Supplier<OrderId> ids,
      IntConsumer pause) {
    this.table = table;
    this.shards = shards;
    this.timeToLive = timeToLive;
    this.clock = clock;
    this.ids = ids;
    this.pause = pause;
  }

  /**
   * Places an order; with a key that an earlier request used, returns the order of that one.
   *
   * @param key the {@code Idempotency-Key}; null = each request is a new order
   * @throws ProblemException 409 if the key was used for another order
   */
  Order place(OrderRequest request, @Nullable String key) {
    Instant now = clock.instant();
    Order order = new Order(new Position(now, ids.get()), request.fullName(), request.option());
    DayShards day = new DayShards(order.date(), shards);
    Claim claim = key == null ? null : Claim.of(key, request, order.id(), now.plus(timeToLive));
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      DayShards newDay = isRecorded(day) ? null : day;
      switch (table.place(order, day.of(order.id()), newDay, claim)) {
        case OrderTable.Outcome.Stored stored -> {
          recorded = day;
          return order;
        }
        case OrderTable.Outcome.Claimed claimed -> {
          return first(claimed.earlier(), claim);
        }
        case OrderTable.Outcome.Busy busy -> pause.accept(attempt);
      }
    }
    throw new TableException("still busy after " + ATTEMPTS + " attempts", true);
  }

  private Order first(Claim earlier, @Nullable Claim claim) {
    if (claim == null || !earlier.fingerprint().equals(claim.fingerprint())) {
      throw ProblemException.conflict("Idempotency-Key: already used for another order");
    }
    return table
        .find(earlier.orderId())
        .orElseThrow(
            () -> ProblemException.conflict("Idempotency-Key: its order no longer exists"));
  }

  private boolean isRecorded(DayShards day) {
    if (day.equals(recorded)) {
      return true;
    }
    if (table.days().contains(day)) {
      recorded = day;
      return true;
    }
    return false;
  }
}
