package dev.skybridge.services.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A filter pattern for unstructured events: all terms must be in the message, none of those with
 * {@code -}, and of those with {@code ?} one. Letters' case counts.
 *
 * @param all the terms that must be there
 * @param any the terms of which one must be there, if there are any
 * @param none the terms that must not be there
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html">Filter
 *     pattern syntax</a>
 */
record FilterPattern(List<String> all, List<String> any, List<String> none) {
  private static final Pattern TERM =
      Pattern.compile("([?-]?)(?:\"([^\"]*)\"|([^\\s\"]+))(?=\\s|$)");

  FilterPattern {
    all = List.copyOf(all);
    any = List.copyOf(any);
    none = List.copyOf(none);
  }

  /** Reads a pattern; those for JSON, for columns and with regular expressions are refused. */
  static FilterPattern parse(String text) {
    String pattern = text.strip();
    if (pattern.startsWith("{") || pattern.startsWith("[") || pattern.contains("%")) {
      throw LogNames.invalid(
          "Invalid filter pattern: only terms are served here, not JSON, columns or %regex%.");
    }
    List<String> all = new ArrayList<>();
    List<String> any = new ArrayList<>();
    List<String> none = new ArrayList<>();
    Matcher term = TERM.matcher(pattern);
    int end = 0;
    while (term.find()) {
      if (!pattern.substring(end, term.start()).isBlank()) {
        throw invalid(pattern);
      }
      end = term.end();
      String word = term.group(2) == null ? term.group(3) : term.group(2);
      switch (term.group(1)) {
        case "?" -> any.add(word);
        case "-" -> none.add(word);
        default -> all.add(word);
      }
    }
    if (!pattern.substring(end).isBlank()) {
      throw invalid(pattern);
    }
    return new FilterPattern(all, any, none);
  }

  boolean matches(String message) {
    return all.stream().allMatch(message::contains)
        && none.stream().noneMatch(message::contains)
        && (any.isEmpty() || any.stream().anyMatch(message::contains));
  }

  private static RuntimeException invalid(String pattern) {
    return LogNames.invalid("Invalid filter pattern: " + pattern);
  }
}
