package dev.skybridge.policy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The types of condition values: numbers, dates, booleans, bytes, ARNs. */
final class Values {
  private Values() {}

  /** Six parts, the first one {@code arn} or a wildcard; or a lone {@code *}. */
  static boolean isArnPattern(String value) {
    String[] parts = value.split(":", 6);
    return value.equals("*")
        || (parts.length == 6 && (parts[0].equals("arn") || parts[0].equals("*")))
        || (parts.length > 1 && parts[0].equals("arn") && value.endsWith("*"));
  }

  /** Whether two texts are base64 of the same bytes. */
  static boolean sameBytes(String one, String other) {
    Optional<byte[]> first = bytes(one);
    Optional<byte[]> second = bytes(other);
    return first.isPresent() && second.isPresent() && Arrays.equals(first.get(), second.get());
  }

  static Optional<BigDecimal> number(String value) {
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
