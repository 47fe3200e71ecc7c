package dev.skybridge.services.elb;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * A pattern of a host-header condition: {@code *} stands for any characters, {@code ?} for exactly
 * one; case does not matter.
 *
 * @param text 1-128 characters
 */
public record HostPattern(String text) {
  public HostPattern {
    requireNonNull(text);
    if (text.isEmpty() || text.length() > 128) {
      throw new IllegalArgumentException("host: '" + text + "' (expected: 1-128 characters)");
    }
  }

  /** Whether the pattern covers the whole of {@code host}, a name without a port. */
  boolean matches(String host) {
    return matches(text.toLowerCase(Locale.ROOT), host.toLowerCase(Locale.ROOT));
  }

  /** Goes back to the last star when what follows it does not fit: no recursion, no regex. */
  private static boolean matches(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      char wanted = p < pattern.length() ? pattern.charAt(p) : 0;
      if (wanted == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && (wanted == '?' || wanted == name.charAt(n))) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  @Override
  public String toString() {
    return text;
  }
}
