package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition, made ready to be looked at.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html">Conditions
 *     with multiple context keys or values</a>
 */
final class ConditionMatch {
  private final Condition condition;
  private final String key;
  private final Comparison comparison;

  /** Where no value has variables. */
  private final Expected @Nullable [] fixed;

  private final List<Template> templates;

  ConditionMatch(Condition condition, boolean variables) {
    this.condition = condition;
    this.key = condition.key().toLowerCase(Locale.ROOT);
    this.comparison = condition.operator().comparison();
    boolean templated =
        variables && condition.values().stream().anyMatch(value -> value.contains("${"));
    this.templates = templated ? condition.values().stream().map(Template::of).toList() : List.of();
    this.fixed =
        templated
            ? null
            : condition.values().stream()
                .map(value -> comparison.expect(Glob.of(value)))
                .toArray(Expected[]::new);
  }

  Condition condition() {
    return condition;
  }

  /** The request's values of the key. */
  List<String> actual(Facts facts) {
    return facts.values(key);
  }

  /** The values as they are for this request; where a variable has none, as written. */
  List<String> values(Facts facts) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < condition.values().size(); i++) {
      String written = condition.values().get(i);
      values.add(
          templates.isEmpty() || !written.contains("${")
              ? written
              : templates.get(i).expand(facts).map(Glob::text).orElse(written));
    }
    return List.copyOf(values);
  }

  boolean holds(Facts facts) {
    Expected[] expected = fixed == null ? expand(facts) : fixed;
    List<String> actual = facts.values(key);
    if (comparison == Comparison.NULL) {
      return anyFits(expected, Boolean.toString(actual.isEmpty()));
    }
    Operator operator = condition.operator();
    return switch (operator.set()) {
      case NONE -> single(operator, expected, actual);
      case FOR_ALL_VALUES -> all(expected, actual);
      case FOR_ANY_VALUE -> (actual.isEmpty() && operator.ifExists()) || any(expected, actual);
    };
  }

  /** A key without set prefix: an absent key fulfils the Not forms and the IfExists forms. */
  private boolean single(Operator operator, Expected[] expected, List<String> actual) {
    if (actual.isEmpty()) {
      return operator.ifExists() || comparison.negated();
    }
    return comparison.negated() ? all(expected, actual) : any(expected, actual);
  }

  private boolean all(Expected[] expected, List<String> actual) {
    for (int i = 0; i < actual.size(); i++) {
      if (anyFits(expected, actual.get(i)) == comparison.negated()) {
        return false;
      }
    }
    return true;
  }

  private boolean any(Expected[] expected, List<String> actual) {
    for (int i = 0; i < actual.size(); i++) {
      if (anyFits(expected, actual.get(i)) != comparison.negated()) {
        return true;
      }
    }
    return false;
  }

  private static boolean anyFits(Expected[] expected, String actual) {
    for (Expected value : expected) {
      if (value.fits(actual)) {
        return true;
      }
    }
    return false;
  }

  private Expected[] expand(Facts facts) {
    return templates.stream()
        .map(template -> template.expand(facts))
        .flatMap(Optional::stream)
        .map(comparison::expect)
        .toArray(Expected[]::new);
  }
}
