package dev.skybridge.orders;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A day that has orders, and the number of partitions of the index over which its orders are
 * spread, so that no day is one partition.
 *
 * @param day in UTC
 * @param shards 1-64
 */
record DayShards(LocalDate day, int shards) {
  static final int MAXIMUM = 64;

  DayShards {
    if (shards < 1 || shards > MAXIMUM) {
      throw new IllegalArgumentException("shards: " + shards + " (expected: 1-" + MAXIMUM + ")");
    }
  }

  /** Reads what {@link #toString} wrote. */
  static DayShards parse(String text) {
    int split = text.indexOf('#');
    if (split < 0) {
      throw new IllegalArgumentException(text + " (expected: day#shards)");
    }
    return new DayShards(
        LocalDate.parse(text.substring(0, split)), Integer.parseInt(text.substring(split + 1)));
  }

  /** The shard that holds the order {@code id}. */
  DayShard of(OrderId id) {
    return new DayShard(day, Math.floorMod(id.text().hashCode(), shards));
  }

  /** All shards of the day. */
  List<DayShard> all() {
    return IntStream.range(0, shards).mapToObj(shard -> new DayShard(day, shard)).toList();
  }

  @Override
  public String toString() {
    return day + "#" + shards;
  }
}
