package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * A condition operator with its set prefix and its {@code IfExists} suffix.
 *
 * @param set how a key with several values is looked at
 * @param comparison what is compared
 * @param ifExists whether a request without the key fulfils the condition
 */
public record Operator(SetPrefix set, Comparison comparison, boolean ifExists) {
  private static final String IF_EXISTS = "IfExists";

  public Operator {
    requireNonNull(set);
    requireNonNull(comparison);
  }

  /** Reads an operator's name, in any case; empty if there is none of that name. */
  static Optional<Operator> parse(String text) {
    SetPrefix set = SetPrefix.of(text);
    String rest = text.substring(set.text().length());
    boolean ifExists =
        rest.length() > IF_EXISTS.length()
            && rest.regionMatches(
                true, rest.length() - IF_EXISTS.length(), IF_EXISTS, 0, IF_EXISTS.length());
    String name = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    return Comparison.find(name)
        .filter(found -> found != Comparison.NULL || (!ifExists && set == SetPrefix.NONE))
        .map(comparison -> new Operator(set, comparison, ifExists));
  }

  @Override
  public String toString() {
    return set.text() + comparison.text() + (ifExists ? IF_EXISTS : "");
  }

  /** How a condition looks at a key with several values. */
  public enum SetPrefix {
    /** One value is expected. */
    NONE(""),
    /** Every value of the request must fit; so do none. */
    FOR_ALL_VALUES("ForAllValues:"),
    /** At least one value of the request must fit. */
    FOR_ANY_VALUE("ForAnyValue:");

    private final String text;

    SetPrefix(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    private static SetPrefix of(String name) {
      return Arrays.stream(values())
          .filter(set -> set != NONE)
          .filter(set -> name.regionMatches(true, 0, set.text, 0, set.text.length()))
          .findFirst()
          .orElse(NONE);
    }
  }
}
