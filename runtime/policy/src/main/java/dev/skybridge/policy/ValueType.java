package dev.skybridge.policy;

/** The types of condition values. */
enum ValueType {
  TEXT,
  FOLDED_TEXT,
  PATTERN,
  NUMBER,
  DATE,
  BOOL,
  BINARY,
  ADDRESS,
  ARN;

  /** Whether {@code value} may stand in a policy. */
  boolean accepts(String value) {
    return switch (this) {
      case TEXT, FOLDED_TEXT, PATTERN -> true;
      case NUMBER -> Values.number(value).isPresent();
      case DATE -> Values.date(value).isPresent();
      case BOOL -> value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false");
      case BINARY -> Values.bytes(value).isPresent();
      case ADDRESS -> IpRange.isRange(value);
      case ARN -> Values.isArnPattern(value);
    };
  }

  /** Whether the request's value stands to the policy's as {@code order} says. */
  boolean fits(Glob expected, String actual, Order order) {
    return switch (this) {
      case TEXT -> expected.text().equals(actual);
      case FOLDED_TEXT, BOOL -> expected.text().equalsIgnoreCase(actual);
      case PATTERN -> expected.matches(actual);
      case NUMBER -> order.holds(Values.number(actual), Values.number(expected.text()));
      case DATE -> order.holds(Values.date(actual), Values.date(expected.text()));
      case BINARY -> Values.sameBytes(expected.text(), actual);
      case ADDRESS -> IpRange.covers(expected.text(), actual);
      case ARN -> expected.matchesArn(actual);
    };
  }
}
