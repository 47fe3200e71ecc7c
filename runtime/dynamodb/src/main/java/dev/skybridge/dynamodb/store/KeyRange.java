package dev.skybridge.dynamodb.store;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;

/**
 * Keys from one, inclusive, to another, exclusive.
 *
 * @param from the first
 * @param to what is after the last
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record KeyRange(byte[] from, byte[] to) {
  public KeyRange {
    requireNonNull(from);
    requireNonNull(to);
  }

  /** All keys that begin so; the prefix has a byte that is not 0xff. */
  public static KeyRange prefix(byte[] prefix) {
    return new KeyRange(prefix, after(prefix));
  }

  /** The first key after all that begin so. */
  public static byte[] after(byte[] prefix) {
    int length = prefix.length;
    while (length > 0 && prefix[length - 1] == (byte) 0xff) {
      length--;
    }
    if (length == 0) {
      throw new IllegalArgumentException("nothing is after 0xff bytes only");
    }
    byte[] after = Arrays.copyOf(prefix, length);
    after[length - 1]++;
    return after;
  }

  /** The first key after this one. */
  public static byte[] next(byte[] key) {
    return Arrays.copyOf(key, key.length + 1);
  }

  /** Whether no key can be in it. */
  public boolean isEmpty() {
    return Arrays.compareUnsigned(from, to) >= 0;
  }

  /** The part of this range that is at or after a key. */
  public KeyRange startingAt(byte[] key) {
    return Arrays.compareUnsigned(key, from) > 0 ? new KeyRange(key, to) : this;
  }

  /** The part of this range that is before a key. */
  public KeyRange endingBefore(byte[] key) {
    return Arrays.compareUnsigned(key, to) < 0 ? new KeyRange(from, key) : this;
  }
}
