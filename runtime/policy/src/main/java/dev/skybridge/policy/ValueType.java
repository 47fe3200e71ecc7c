package dev.skybridge.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/** The types of condition values. */
enum ValueType {
  TEXT("a string"),
  FOLDED_TEXT("a string"),
  PATTERN("a string"),
  NUMBER("a number, such as 1 or 0.5"),
  DATE("a date and time, such as 2026-01-31T00:00:00Z, or seconds since 1970"),
  BOOL("true or false"),
  BINARY("base64"),
  ADDRESS("an address or a range in CIDR notation, such as 192.168.0.0/16"),
  ARN("an ARN, arn:partition:service:region:account:resource");

  private final String wanted;

  ValueType(String wanted) {
    this.wanted = wanted;
  }

  /** What must stand in a policy, for messages. */
  String wanted() {
    return wanted;
  }

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

  /** The policy's value, to which the request's must stand as {@code order} says. */
  Expected expect(Glob value, Order order) {
    String text = value.text();
    return switch (this) {
      case TEXT -> text::equals;
      case FOLDED_TEXT, BOOL -> text::equalsIgnoreCase;
      case PATTERN -> value::matches;
      case NUMBER -> {
        Optional<BigDecimal> limit = Values.number(text);
        yield actual -> order.holds(Values.number(actual), limit);
      }
      case DATE -> {
        Optional<Instant> limit = Values.date(text);
        yield actual -> order.holds(Values.date(actual), limit);
      }
      case BINARY -> {
        Optional<byte[]> bytes = Values.bytes(text);
        yield actual ->
            bytes.isPresent()
                && Values.bytes(actual)
                    .filter(other -> Arrays.equals(bytes.get(), other))
                    .isPresent();
      }
      case ADDRESS -> actual -> IpRange.covers(text, actual);
      case ARN -> ArnPattern.of(value)::matches;
    };
  }
}
