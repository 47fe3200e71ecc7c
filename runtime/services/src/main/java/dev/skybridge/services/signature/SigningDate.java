package dev.skybridge.services.signature;

import dev.skybridge.network.http.Headers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * When a request was signed.
 *
 * @param instant to the second
 * @param text as it was signed, {@code yyyyMMdd}T{@code HHmmss}Z
 */
record SigningDate(Instant instant, String text) {
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** The date of a request that is signed in its headers. */
  static SigningDate of(Headers headers) {
    Optional<String> own = headers.first("X-Amz-Date");
    return own.isPresent() ? basic(own.get()) : http(headers.first("Date").orElse(""));
  }

  /** A date in basic ISO 8601, e.g. {@code 20261125T004500Z}. */
  static SigningDate basic(String text) {
    try {
      return new SigningDate(Instant.from(BASIC.parse(text)), text);
    } catch (DateTimeParseException e) {
      throw Failures.incomplete(
          "Date must be in ISO-8601 'basic format'. Got '"
              + text
              + "'. See http://en.wikipedia.org/wiki/ISO_8601");
    }
  }

  private static SigningDate http(String text) {
    try {
      Instant instant = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return new SigningDate(instant, text(instant));
    } catch (DateTimeParseException e) {
      throw Failures.incomplete(
          "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
    }
  }

  /** As signatures write it. */
  static String text(Instant instant) {
    return BASIC.format(instant);
  }

  /** The day alone, {@code yyyyMMdd}. */
  String day() {
    return text.substring(0, 8);
  }
}
