package dev.skybridge.dynamodb.store;

import java.util.Optional;

/** Entries as they are at one moment. Keys are ordered by their unsigned bytes. */
public interface View {
  /** Sees an entry of a range. */
  @FunctionalInterface
  interface Visitor {
    /** Returns whether the next entry is wanted. */
    boolean visit(byte[] key, byte[] value);
  }

  /**
   * How much is counted under a number.
   *
   * @param items zero or more
   * @param bytes zero or more
   */
  record Count(long items, long bytes) {}

  /** The value of a key. */
  Optional<byte[]> get(byte[] key);

  /**
   * Visits the entries of a range in the order of their keys, until the visitor has enough.
   *
   * @param range the keys
   * @param forward false for the reverse order
   */
  void scan(KeyRange range, boolean forward, Visitor visitor);

  /** What {@link Transaction#count} added up; zeros where it never did. */
  Count counted(long number);
}
