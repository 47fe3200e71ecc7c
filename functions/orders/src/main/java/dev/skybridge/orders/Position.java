package dev.skybridge.orders;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * The place of an order in the list of all orders: its time, then its id. Two orders never share
 * one, and the text of positions sorts as the positions do, so the index can keep them in order.
 *
 * @param time when the order was placed, in whole microseconds, years 0000-9999
 * @param id the order's id
 */
record Position(Instant time, OrderId id) implements Comparable<Position> {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final int TIME_LENGTH = "2026-11-23T10:15:30.123456Z".length();

  private static final Comparator<Position> ORDER =
      Comparator.comparing(Position::time).thenComparing(position -> position.id().text());

  Position {
    time = time.truncatedTo(ChronoUnit.MICROS);
  }

  /** The position that {@link #toString} wrote; empty for any other text. */
  static Optional<Position> parse(String text) {
    if (text.length() <= TIME_LENGTH || text.charAt(TIME_LENGTH) != '#') {
      return Optional.empty();
    }
    try {
      Instant time = FORM.parse(text.substring(0, TIME_LENGTH), Instant::from);
      return OrderId.parse(text.substring(TIME_LENGTH + 1)).map(id -> new Position(time, id));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The day of the order, in UTC. */
  LocalDate day() {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  /** {@code 2026-11-23T10:15:30.123456Z#<order id>}, the value of the index's range key. */
  @Override
  public String toString() {
    return FORM.format(time) + "#" + id;
  }
}
