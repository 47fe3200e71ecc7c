package dev.skybridge.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a condition operator compares, without prefix and suffix.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM
 *     JSON policy elements: Condition operators</a>
 */
public enum Comparison {
  STRING_EQUALS("StringEquals", ValueType.TEXT, false, Order.EQUAL),
  STRING_NOT_EQUALS("StringNotEquals", ValueType.TEXT, true, Order.EQUAL),
  STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", ValueType.FOLDED_TEXT, false, Order.EQUAL),
  STRING_NOT_EQUALS_IGNORE_CASE(
      "StringNotEqualsIgnoreCase", ValueType.FOLDED_TEXT, true, Order.EQUAL),
  STRING_LIKE("StringLike", ValueType.PATTERN, false, Order.EQUAL),
  STRING_NOT_LIKE("StringNotLike", ValueType.PATTERN, true, Order.EQUAL),
  NUMERIC_EQUALS("NumericEquals", ValueType.NUMBER, false, Order.EQUAL),
  NUMERIC_NOT_EQUALS("NumericNotEquals", ValueType.NUMBER, true, Order.EQUAL),
  NUMERIC_LESS_THAN("NumericLessThan", ValueType.NUMBER, false, Order.LESS),
  NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", ValueType.NUMBER, false, Order.LESS_OR_EQUAL),
  NUMERIC_GREATER_THAN("NumericGreaterThan", ValueType.NUMBER, false, Order.GREATER),
  NUMERIC_GREATER_THAN_EQUALS(
      "NumericGreaterThanEquals", ValueType.NUMBER, false, Order.GREATER_OR_EQUAL),
  DATE_EQUALS("DateEquals", ValueType.DATE, false, Order.EQUAL),
  DATE_NOT_EQUALS("DateNotEquals", ValueType.DATE, true, Order.EQUAL),
  DATE_LESS_THAN("DateLessThan", ValueType.DATE, false, Order.LESS),
  DATE_LESS_THAN_EQUALS("DateLessThanEquals", ValueType.DATE, false, Order.LESS_OR_EQUAL),
  DATE_GREATER_THAN("DateGreaterThan", ValueType.DATE, false, Order.GREATER),
  DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", ValueType.DATE, false, Order.GREATER_OR_EQUAL),
  BOOL("Bool", ValueType.BOOL, false, Order.EQUAL),
  BINARY_EQUALS("BinaryEquals", ValueType.BINARY, false, Order.EQUAL),
  IP_ADDRESS("IpAddress", ValueType.ADDRESS, false, Order.EQUAL),
  NOT_IP_ADDRESS("NotIpAddress", ValueType.ADDRESS, true, Order.EQUAL),
  ARN_EQUALS("ArnEquals", ValueType.ARN, false, Order.EQUAL),
  ARN_NOT_EQUALS("ArnNotEquals", ValueType.ARN, true, Order.EQUAL),
  ARN_LIKE("ArnLike", ValueType.ARN, false, Order.EQUAL),
  ARN_NOT_LIKE("ArnNotLike", ValueType.ARN, true, Order.EQUAL),
  NULL("Null", ValueType.BOOL, false, Order.EQUAL);

  private final String text;
  private final ValueType type;
  private final boolean negated;
  private final Order order;

  Comparison(String text, ValueType type, boolean negated, Order order) {
    this.text = text;
    this.type = type;
    this.negated = negated;
    this.order = order;
  }

  static Optional<Comparison> find(String name) {
    return Arrays.stream(values())
        .filter(comparison -> comparison.text.equalsIgnoreCase(name))
        .findFirst();
  }

  /** All names, for suggestions. */
  static List<String> names() {
    return Arrays.stream(values()).map(Comparison::text).toList();
  }

  /** As policies write it. */
  public String text() {
    return text;
  }

  /** Whether it holds when no value fits. */
  boolean negated() {
    return negated;
  }

  /**
   * Whether policy variables stand for their values in it: strings and ARNs only.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM
   *     policy elements: Variables and tags</a>
   */
  boolean takesVariables() {
    return switch (type) {
      case TEXT, FOLDED_TEXT, PATTERN, ARN -> true;
      case NUMBER, DATE, BOOL, BINARY, ADDRESS -> false;
    };
  }

  /** Whether {@code value} may stand in a policy. */
  boolean accepts(String value) {
    return type.accepts(value);
  }

  /** What must stand in a policy, for messages. */
  String wanted() {
    return type.wanted();
  }

  /** A value of the policy, made ready to be compared. */
  Expected expect(Glob value) {
    return type.expect(value, order);
  }
}
