package dev.skybridge.orders;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the list a client wants.
 *
 * @param day only orders of that day (UTC); null = all
 * @param limit how many at most; 1-100
 * @param before only orders before that one; null = from the newest on
 */
record PageRequest(@Nullable LocalDate day, int limit, @Nullable Position before) {
  static final String ORDER_DATE = "orderDate";
  static final String LIMIT = "limit";
  static final String NEXT_TOKEN = "nextToken";
  static final int LIMIT_DEFAULT = 20;
  static final int LIMIT_MAXIMUM = 100;

  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  /**
   * Reads query parameters; unknown ones are ignored.
   *
   * @throws ProblemException 400, saying which parameter is wrong and what is expected
   */
  static PageRequest of(Map<String, String> query) {
    String date = query.get(ORDER_DATE);
    LocalDate day = date == null ? null : day(date);
    String limitText = query.get(LIMIT);
    int limit = limitText == null ? LIMIT_DEFAULT : limit(limitText);
    String tokenText = query.get(NEXT_TOKEN);
    if (tokenText == null) {
      return new PageRequest(day, limit, null);
    }
    PageToken token =
        PageToken.parse(tokenText)
            .orElseThrow(() ->
                ProblemException.badRequest(
                    NEXT_TOKEN + ": not a token that a page of this list gave"));
    if (day != null && !day.equals(token.day())) {
      throw ProblemException.badRequest(NEXT_TOKEN + ": belongs to a list of another orderDate");
    }
    return new PageRequest(token.day(), limit, token.after());
  }

  /** Whether orders of {@code other} can be on this page. */
  boolean covers(LocalDate other) {
    return (day == null || day.equals(other)) && (before == null || !other.isAfter(before.day()));
  }

  private static LocalDate day(String text) {
    if (DATE.matcher(text).matches()) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        // Falls through: 2026-02-30 looks like a date and is none.
      }
    }
    throw ProblemException.badRequest(ORDER_DATE + ": expected a date as YYYY-MM-DD");
  }

  private static int limit(String text) {
    int limit = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > LIMIT_MAXIMUM) {
      throw ProblemException.badRequest(
          LIMIT + ": expected a whole number from 1 to " + LIMIT_MAXIMUM);
    }
    return limit;
  }
}
