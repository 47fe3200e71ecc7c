package dev.skybridge.policy;

/**
 * How long a policy may be.
 *
 * @param limit in characters, 1 or more
 * @param blanks whether blanks and line breaks count
 */
public record PolicySize(int limit, boolean blanks) {
  /** More than any service takes; it bounds time and memory of reading. */
  static final PolicySize LARGEST = new PolicySize(4 * 1024 * 1024, true);

  public PolicySize {
    if (limit < 1) {
      throw new IllegalArgumentException("limit: " + limit + " (expected: 1 or more)");
    }
  }

  /** A limit for all characters. */
  public static PolicySize withBlanks(int limit) {
    return new PolicySize(limit, true);
  }

  /** A limit for all characters but blanks and line breaks. */
  public static PolicySize withoutBlanks(int limit) {
    return new PolicySize(limit, false);
  }

  /** The characters of {@code json} that count. */
  public int of(String json) {
    return blanks
        ? json.length()
        : (int) json.chars().filter(c -> !Character.isWhitespace(c)).count();
  }
}
