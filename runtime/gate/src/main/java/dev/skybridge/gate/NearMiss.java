package dev.skybridge.gate;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * A rule or statement that came close to letting a request pass, and what of it did not fit.
 *
 * @param rule the rule, with its owner
 * @param element the part that did not fit: {@code Action}, {@code Resource}, {@code Principal}, a
 *     condition key such as {@code aws:SourceVpce}, or in a security group {@code port} or {@code
 *     peer}
 * @param position where that part stands in the owner's document, e.g. {@code line 14, column 9};
 *     empty where it has no place of its own
 * @param expected what the rule has there, e.g. {@code StringEquals vpce-0a1b}
 * @param found what the request has there, e.g. {@code vpce-0c2d}, or {@code absent}
 * @param others how many more of its parts did not fit; 0 if this is the only one
 */
public record NearMiss(
    Rule rule, String element, String position, String expected, String found, int others) {
  /** What {@code found} is where the request has nothing. */
  public static final String ABSENT = "absent";

  private static final Pattern EXCLUDING =
      Pattern.compile("^([A-Za-z]+:)?([A-Z][a-z]+)?Not[A-Z][A-Za-z]* ");

  public NearMiss {
    requireNonNull(rule);
    requireNonNull(element);
    requireNonNull(position);
    requireNonNull(expected);
    requireNonNull(found);
    if (others < 0) {
      throw new IllegalArgumentException("others: " + others + " (expected: 0 or more)");
    }
  }

  /** A miss of a part without a place of its own. */
  public NearMiss(Rule rule, String element, String expected, String found, int others) {
    this(rule, element, "", expected, found, others);
  }

  /** Whether the rule is for all but what it has there: {@code NotResource}, StringNotEquals. */
  private boolean excludes() {
    return element.startsWith("Not") || EXCLUDING.matcher(expected).find();
  }

  /** The change that would make the rule fit, as a request to the reader. */
  public String remedy() {
    String where = element + " of " + rule.text() + " of " + rule.owner();
    String change =
        found.equals(ABSENT)
            ? "send " + element + ", or take the condition out of " + rule.text()
            : excludes()
                ? "leave " + found + " out of " + where
                : "let " + where + " take " + found + " too";
    String more = others == 1 ? "1 other part" : others + " other parts";
    return others == 0 ? change : change + "; " + more + " of it must change as well";
  }
}
