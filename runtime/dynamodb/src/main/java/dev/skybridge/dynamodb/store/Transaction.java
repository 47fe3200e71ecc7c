package dev.skybridge.dynamodb.store;

/**
 * What a change sees and does. It sees the entries as the changes before it left them, not its own
 * writes; these are kept together, all or none, when it returns, and none when it throws.
 */
public interface Transaction extends View {
  void put(byte[] key, byte[] value);

  void delete(byte[] key);

  /**
   * Adds to what is counted under a number.
   *
   * @param items may be negative
   * @param bytes may be negative
   */
  void count(long number, long items, long bytes);

  /** Forgets what is counted under a number. */
  void forget(long number);

  /** Runs on the writer's thread once the change is on disk, before any later change begins. */
  void afterCommit(Runnable action);
}
