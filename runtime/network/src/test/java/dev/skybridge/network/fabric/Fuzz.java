package dev.skybridge.network.fabric;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Bad input from a seed. {@code -Dskybridge.fuzz.seconds=300} makes each run so long, {@code
 * -Dskybridge.fuzz.seed=...} repeats one: a failure says which seed and round it was.
 */
final class Fuzz {
  private static final long SEED = Long.getLong("skybridge.fuzz.seed", 20_261_125L);

  private static final int SECONDS = Integer.getInteger("skybridge.fuzz.seconds", 0);

  private final Random random;
  private final String name;

  private Fuzz(String name) {
    this.name = name;
    this.random = new Random(SEED ^ name.hashCode());
  }

  /** The input of round {@code round} of a run. */
  static Fuzz of(String run, int round) {
    return new Fuzz(run + " round " + round + " of seed " + SEED);
  }

  /** The rounds of a run: {@code few} in the normal test command. */
  static Iterable<Integer> rounds(int few) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    return () ->
        IntStream.iterate(
                0,
                round -> SECONDS == 0 ? round < few : System.nanoTime() < end,
                round -> round + 1)
            .iterator();
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  byte[] bytes(int most) {
    byte[] bytes = new byte[random.nextInt(most + 1)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** The bytes with a few of them changed, removed, doubled or moved. */
  byte[] mutated(byte[] whole) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(6); i >= 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      int length = Math.min(bytes.length - at, 1 + random.nextInt(8));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> bytes = Arrays.copyOf(bytes, at);
        case 3 -> bytes = without(bytes, at, length);
        case 4 -> bytes = with(bytes, at, Arrays.copyOfRange(bytes, at, at + length));
        default -> bytes = with(bytes, at, bytes(8));
      }
    }
    return bytes;
  }

  private static byte[] without(byte[] bytes, int at, int length) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - length);
    System.arraycopy(bytes, at + length, result, at, bytes.length - at - length);
    return result;
  }

  private static byte[] with(byte[] bytes, int at, byte[] more) {
    byte[] result = Arrays.copyOf(bytes, bytes.length + more.length);
    System.arraycopy(more, 0, result, at, more.length);
    System.arraycopy(bytes, at, result, at + more.length, bytes.length - at);
    return result;
  }

  @Override
  public String toString() {
    return name;
  }
}
