package dev.skybridge.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.Optional;

/** The types of condition values: numbers, dates, booleans, bytes, ARNs. */
final class Values {
  /** More digits than any key has; reading millions of them would take too long. */
  private static final int LONGEST_NUMBER = 64;

  private Values() {}

  /** Six parts, the first one {@code arn} or a wildcard; or a lone {@code *}. */
  static boolean isArnPattern(String value) {
    String[] parts = value.split(":", 6);
    return value.equals("*")
        || (parts.length == 6 && (parts[0].equals("arn") || parts[0].equals("*")))
        || (parts.length > 1 && parts[0].equals("arn") && value.endsWith("*"));
  }

  /** A number of at most {@value #LONGEST_NUMBER} characters. */
  static Optional<BigDecimal> number(String value) {
    if (value.length() > LONGEST_NUMBER) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(value.strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** ISO 8601 as the W3C profile has it (a date, or date and time with zone), or epoch seconds. */
  static Optional<Instant> date(String value) {
    if (value.matches("-?\\d{1,12}") && !value.matches("\\d{4}")) {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(value)));
    }
    try {
      return Optional.of(
          value.contains("T")
              ? OffsetDateTime.parse(value).toInstant()
              : LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static Optional<byte[]> bytes(String value) {
    try {
      return Optional.of(Base64.getDecoder().decode(value));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
