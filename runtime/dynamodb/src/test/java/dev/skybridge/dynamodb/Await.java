package dev.skybridge.dynamodb;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens in the background. */
final class Await {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long BETWEEN_NANOS = 5_000_000;

  private Await() {}

  static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + LIMIT.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("does not hold after " + LIMIT.toSeconds() + " s");
      }
      LockSupport.parkNanos(BETWEEN_NANOS);
    }
  }
}
