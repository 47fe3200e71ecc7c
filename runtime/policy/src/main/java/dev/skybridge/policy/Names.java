package dev.skybridge.policy;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The value of an Action, NotAction, Resource or NotResource element.
 *
 * @param negated whether it is the Not form: everything but these
 * @param patterns one or more, as written; may hold {@code *}, {@code ?} and variables
 */
public record Names(boolean negated, List<String> patterns) {
  public Names {
    patterns = List.copyOf(patterns);
    if (patterns.isEmpty()) {
      throw new IllegalArgumentException("patterns: none (expected: 1 or more)");
    }
  }

  @Override
  public String toString() {
    String list =
        patterns.size() == 1
            ? patterns.getFirst()
            : patterns.stream().collect(Collectors.joining(", ", "one of ", ""));
    return negated ? "anything but " + list : list;
  }
}
