package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins. It freezes the upper bound of all pages that follow: they hold only
 * orders before {@code after}, so an order that arrives meanwhile, being newer, appears in none of
 * them. It holds no right: a forged token shows what the same list shows anyway.
 *
 * @param day the only day listed; null = all days
 * @param after the last order of the page before
 */
record PageToken(@Nullable LocalDate day, Position after) {
  private static final String VERSION = "1";
  private static final String ALL_DAYS = "all";
  private static final int MAXIMUM_LENGTH = 200;

  /** The token that {@link #toString} wrote; empty for any other text. */
  static Optional<PageToken> parse(String text) {
    if (text.length() > MAXIMUM_LENGTH) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), UTF_8);
      String[] parts = plain.split("/", -1);
      if (parts.length != 3 || !parts[0].equals(VERSION)) {
        return Optional.empty();
      }
      LocalDate day = parts[1].equals(ALL_DAYS) ? null : LocalDate.parse(parts[1]);
      return Position.parse(parts[2])
          .filter(after -> day == null || after.day().equals(day))
          .map(after -> new PageToken(day, after))
          .filter(token -> token.toString().equals(text));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The text for clients: letters, digits, {@code -} and {@code _}. */
  @Override
  public String toString() {
    String plain = VERSION + "/" + (day == null ? ALL_DAYS : day) + "/" + after;
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(UTF_8));
  }
}
