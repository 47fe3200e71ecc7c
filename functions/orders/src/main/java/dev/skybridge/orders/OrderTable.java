package dev.skybridge.orders;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where orders are kept. Every method throws {@link TableException} when the table cannot answer.
 */
interface OrderTable {
  /** What became of a {@link #place}. */
  sealed interface Outcome {
    /** Everything is stored. */
    record Stored() implements Outcome {}

    /** Nothing is stored: an earlier request holds the same key. */
    record Claimed(Claim earlier) implements Outcome {}

    /** Nothing is stored: somebody wrote the same records at the same time. Try again. */
    record Busy() implements Outcome {}
  }

  /** The days that have orders, in no order; a day may occur with several numbers of shards. */
  List<DayShards> days();

  /**
   * The newest orders of a shard, the newest first.
   *
   * @param before only orders before that one; null = all
   * @param limit how many at most; 1 or more
   */
  List<Order> newest(DayShard shard, @Nullable Position before, int limit);

  Optional<Order> find(OrderId id);

  /**
   * Stores an order and what belongs to it, all or nothing.
   *
   * @param newDay the day to record; null where it is recorded already
   * @param claim what to keep under the request's key; null without one
   */
  Outcome place(Order order, DayShard shard, @Nullable DayShards newDay, @Nullable Claim claim);
}
