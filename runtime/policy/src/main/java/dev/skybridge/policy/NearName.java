package dev.skybridge.policy;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class NearName {
  /** No name is that long; comparing longer ones takes time for nothing. */
  private static final int LONGEST = 100;

  private NearName() {}

  /** A sentence's end: {@code ; did you mean X?}, or nothing if no name is near. */
  public static String hint(String written, Collection<String> names) {
    return find(written, names).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** The nearest of {@code names}; empty if none is near. */
  public static Optional<String> find(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    int limit = Math.max(1, written.length() / 4);
    return names.stream()
        .filter(name -> distance(written, name) <= limit)
        .min(
            Comparator.comparingInt((String name) -> distance(written, name))
                .thenComparing(n -> n));
  }

  /**
   * How many letters must be put in, left out, replaced or swapped with the next one to get from
   * one name to the other, without regard to case.
   */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] before = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(last, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        row[j] = Math.min(last[j - 1] + (same ? 0 : 1), 1 + Math.min(last[j], row[j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
