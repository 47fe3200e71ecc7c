package dev.skybridge.policy;

/**
 * A pattern in which {@code *} and {@code ?} may be wildcards; where they come out of a variable
 * they are plain characters.
 */
final class Glob {
  /** Parts of an ARN before the resource. */
  private static final int ARN_PREFIX_PARTS = 5;

  private final String text;
  private final boolean[] wild;

  /**
   * @param text the characters
   * @param wild at which of them a {@code *} or {@code ?} is a wildcard
   */
  Glob(String text, boolean[] wild) {
    this.text = text;
    this.wild = wild.clone();
  }

  /** A pattern in which every {@code *} and {@code ?} is a wildcard. */
  static Glob of(String pattern) {
    boolean[] wild = new boolean[pattern.length()];
    for (int i = 0; i < wild.length; i++) {
      wild[i] = pattern.charAt(i) == '*' || pattern.charAt(i) == '?';
    }
    return new Glob(pattern, wild);
  }

  /** The characters, for comparisons that know no wildcards. */
  String text() {
    return text;
  }

  /** Whether the whole of {@code candidate} fits. */
  boolean matches(String candidate) {
    return matches(candidate, false);
  }

  /**
   * Whether the ARN {@code candidate} fits. Before the resource part a wildcard stays within its
   * part, unless it is a {@code *} at the part's end.
   */
  boolean matchesArn(String candidate) {
    return matches(candidate, true);
  }

  private boolean matches(String candidate, boolean arn) {
    boolean[] reached = new boolean[candidate.length() + 1];
    reached[0] = true;
    int part = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean within = arn && part < ARN_PREFIX_PARTS;
      if (wild[i] && c == '*') {
        boolean last = i + 1 == text.length() || text.charAt(i + 1) == ':';
        star(reached, candidate, within && !last);
      } else {
        one(reached, candidate, c, wild[i], within);
      }
      if (c == ':') {
        part++;
      }
    }
    return reached[candidate.length()];
  }

  private static void star(boolean[] reached, String candidate, boolean within) {
    for (int j = 1; j < reached.length; j++) {
      boolean stop = within && candidate.charAt(j - 1) == ':';
      reached[j] = reached[j] || (reached[j - 1] && !stop);
    }
  }

  private static void one(
      boolean[] reached, String candidate, char c, boolean any, boolean within) {
    for (int j = reached.length - 1; j > 0; j--) {
      char actual = candidate.charAt(j - 1);
      boolean fits = any ? !(within && actual == ':') : actual == c;
      reached[j] = reached[j - 1] && fits;
    }
    reached[0] = false;
  }
}
