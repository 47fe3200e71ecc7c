package dev.skybridge.policy;

import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * How often the tests with random input try: a few rounds in the test command, with {@code
 * -Dskybridge.fuzz.seconds=300} each for so long. A failure names its seed.
 */
final class Rounds {
  private static final int SECONDS = Integer.getInteger("skybridge.fuzz.seconds", 0);

  private Rounds() {}

  /** The seeds of one run. */
  static Iterable<Integer> of(int few) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    return () ->
        IntStream.iterate(
                0,
                round -> SECONDS == 0 ? round < few : System.nanoTime() < end,
                round -> round + 1)
            .iterator();
  }
}
