package dev.skybridge.orders;

import java.time.LocalDate;

/**
 * One partition of the index.
 *
 * @param day in UTC
 * @param shard 0-63
 */
record DayShard(LocalDate day, int shard) {
  /** {@code 2026-11-23#0}, the value of the index's hash key. */
  @Override
  public String toString() {
    return day + "#" + shard;
  }
}
