package dev.skybridge.app.tables;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The name that somebody may have meant. */
public final class NearName {
  private NearName() {}

  /** The candidate with the fewest edits to what was typed, if a third of it or less is wrong. */
  public static Optional<String> of(String typed, Collection<String> candidates) {
    return candidates.stream()
        .min(
            Comparator.comparingInt((String each) -> edits(typed, each))
                .thenComparing(each -> each))
        .filter(each -> edits(typed, each) * 3 <= Math.max(typed.length(), each.length()));
  }

  /** Insertions, deletions and replacements from one to the other (Levenshtein). */
  static int edits(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int column = 0; column < row.length; column++) {
      row[column] = column;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
