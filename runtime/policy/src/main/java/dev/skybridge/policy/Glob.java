package dev.skybridge.policy;

/**
 * A pattern in which {@code *} and {@code ?} may be wildcards; where they come out of a variable
 * they are plain characters. Matching takes no memory.
 */
final class Glob {
  private final String text;
  private final boolean[] wild;
  private final boolean literal;

  /**
   * @param text the characters
   * @param wild at which of them a {@code *} or {@code ?} is a wildcard
   */
  Glob(String text, boolean[] wild) {
    this.text = text;
    this.wild = wild.clone();
    boolean any = false;
    for (boolean each : wild) {
      any |= each;
    }
    this.literal = !any;
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

  /** Whether it fits its own text only. */
  boolean literal() {
    return literal;
  }

  /** Whether it is a lone {@code *}. */
  boolean everything() {
    return text.equals("*") && !literal;
  }

  /** Whether the character at {@code i} is the wildcard {@code *}. */
  boolean starAt(int i) {
    return wild[i] && text.charAt(i) == '*';
  }

  /** Whether the character at {@code i} is the wildcard {@code ?}. */
  boolean anyAt(int i) {
    return wild[i] && text.charAt(i) == '?';
  }

  /** The part from {@code from}, inclusive, to {@code to}, exclusive. */
  Glob part(int from, int to) {
    boolean[] flags = new boolean[to - from];
    System.arraycopy(wild, from, flags, 0, flags.length);
    return new Glob(text.substring(from, to), flags);
  }

  /** Whether the whole of {@code candidate} fits. */
  boolean matches(String candidate) {
    return literal ? text.equals(candidate) : matches(candidate, 0, candidate.length());
  }

  /**
   * Whether the characters of {@code candidate} from {@code from}, inclusive, to {@code to},
   * exclusive, fit. When they do not, the last {@code *} before takes one more character.
   */
  boolean matches(String candidate, int from, int to) {
    int at = 0;
    int next = from;
    int star = -1;
    int taken = 0;
    while (next < to) {
      if (at < text.length() && starAt(at)) {
        star = at++;
        taken = next;
      } else if (at < text.length() && (anyAt(at) || same(at, candidate.charAt(next)))) {
        at++;
        next++;
      } else if (star >= 0) {
        at = star + 1;
        next = ++taken;
      } else {
        return false;
      }
    }
    while (at < text.length() && starAt(at)) {
      at++;
    }
    return at == text.length();
  }

  private boolean same(int at, char c) {
    return !wild[at] && text.charAt(at) == c;
  }
}
