package dev.skybridge.policy;

import java.util.Arrays;

/**
 * An ARN in a Resource element. Before the resource part a wildcard stays within its part, unless
 * it is a {@code *} at the part's end; parts that are left out are taken as {@code *}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html">IAM
 *     JSON policy elements: Resource</a>
 */
final class ResourcePattern {
  /** The colons before an ARN's resource part. */
  private static final int COLONS = 5;

  private final Glob pattern;

  /** Where the resource part begins. */
  private final int resource;

  /** Whether there is no wildcard before the resource part. */
  private final boolean plainPrefix;

  private final boolean everything;
  private final String prefix;
  private final Glob rest;

  private ResourcePattern(Glob pattern) {
    this.pattern = pattern;
    this.everything = pattern.everything();
    int colons = 0;
    int at = 0;
    boolean plain = true;
    while (at < pattern.text().length() && colons < COLONS) {
      colons += pattern.text().charAt(at) == ':' ? 1 : 0;
      plain &= !pattern.starAt(at) && !pattern.anyAt(at);
      at++;
    }
    this.resource = at;
    this.prefix = pattern.text().substring(0, at);
    this.rest = pattern.part(at, pattern.text().length());
    this.plainPrefix = plain && colons == COLONS;
  }

  static ResourcePattern of(Glob pattern) {
    long missing = COLONS - pattern.text().chars().filter(c -> c == ':').count();
    if (pattern.everything() || missing <= 0) {
      return new ResourcePattern(pattern);
    }
    String rest = ":*".repeat((int) missing);
    int length = pattern.text().length();
    boolean[] wild = new boolean[length + rest.length()];
    for (int i = 0; i < wild.length; i++) {
      wild[i] = i < length ? pattern.starAt(i) || pattern.anyAt(i) : (i - length) % 2 == 1;
    }
    return new ResourcePattern(new Glob(pattern.text() + rest, wild));
  }

  boolean matches(String candidate, Scratch scratch) {
    if (everything) {
      return true;
    }
    if (pattern.literal()) {
      return pattern.text().equals(candidate);
    }
    if (plainPrefix) {
      return candidate.startsWith(prefix) && rest.matches(candidate, resource, candidate.length());
    }
    return states(candidate, scratch);
  }

  /** Follows all ways at once, as a wildcard that may not pass a colon forbids to take back. */
  private boolean states(String candidate, Scratch scratch) {
    boolean[] reached = scratch.cleared(candidate.length() + 1);
    reached[0] = true;
    String text = pattern.text();
    for (int i = 0; i < text.length(); i++) {
      boolean within = i < resource;
      if (pattern.starAt(i)) {
        boolean last = i + 1 == text.length() || text.charAt(i + 1) == ':';
        star(reached, candidate, within && !last);
      } else {
        one(reached, candidate, text.charAt(i), pattern.anyAt(i), within);
      }
    }
    return reached[candidate.length()];
  }

  private static void star(boolean[] reached, String candidate, boolean within) {
    for (int j = 1; j <= candidate.length(); j++) {
      boolean stop = within && candidate.charAt(j - 1) == ':';
      reached[j] = reached[j] || (reached[j - 1] && !stop);
    }
  }

  private static void one(
      boolean[] reached, String candidate, char c, boolean any, boolean within) {
    for (int j = candidate.length(); j > 0; j--) {
      char actual = candidate.charAt(j - 1);
      boolean fits = any ? !(within && actual == ':') : actual == c;
      reached[j] = reached[j - 1] && fits;
    }
    reached[0] = false;
  }

  /** Memory that the matchings of one decision share. */
  static final class Scratch {
    private boolean[] memory = {};

    private boolean[] cleared(int length) {
      if (memory.length < length) {
        memory = new boolean[length];
      } else {
        Arrays.fill(memory, 0, length, false);
      }
      return memory;
    }
  }
}
