package dev.skybridge.orders;

import java.util.concurrent.ThreadLocalRandom;

/** The wait between two attempts of a write that met another one. */
final class Pause {
  private static final int SHORTEST_MILLIS = 5;
  private static final int LONGEST_MILLIS = 200;

  private Pause() {}

  /** Waits a random time that grows with {@code attempt} (1, 2, ...), 200 ms at most. */
  static void before(int attempt) {
    int bound = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(attempt, 10));
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(SHORTEST_MILLIS, bound + 1));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TableException("interrupted while waiting to write", true);
    }
  }
}
