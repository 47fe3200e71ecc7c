package dev.skybridge.policy;

import java.util.List;

/**
 * Whether a condition holds.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_multi-value-conditions.html">Conditions
 *     with multiple context keys or values</a>
 */
final class ConditionMatch {
  private ConditionMatch() {}

  static boolean holds(Condition condition, Context facts, boolean variables) {
    Operator operator = condition.operator();
    Comparison comparison = operator.comparison();
    List<String> actual = facts.values(condition.key());
    List<Glob> expected =
        condition.values().stream()
            .flatMap(value -> Template.expand(value, facts, variables).stream())
            .toList();
    if (comparison == Comparison.NULL) {
      String absent = Boolean.toString(actual.isEmpty());
      return expected.stream().anyMatch(value -> comparison.fits(value, absent));
    }
    return switch (operator.set()) {
      case NONE -> single(operator, expected, actual);
      case FOR_ALL_VALUES -> actual.stream().allMatch(value -> fits(comparison, expected, value));
      case FOR_ANY_VALUE ->
          (actual.isEmpty() && operator.ifExists())
              || actual.stream().anyMatch(value -> fits(comparison, expected, value));
    };
  }

  /** A key without set prefix: an absent key fulfils the Not forms and the IfExists forms. */
  private static boolean single(Operator operator, List<Glob> expected, List<String> actual) {
    Comparison comparison = operator.comparison();
    if (actual.isEmpty()) {
      return operator.ifExists() || comparison.negated();
    }
    return comparison.negated()
        ? actual.stream().allMatch(value -> fits(comparison, expected, value))
        : actual.stream().anyMatch(value -> fits(comparison, expected, value));
  }

  /** One of the request's values against all of the policy's. */
  private static boolean fits(Comparison comparison, List<Glob> expected, String actual) {
    return expected.stream().anyMatch(value -> comparison.fits(value, actual))
        != comparison.negated();
  }
}
