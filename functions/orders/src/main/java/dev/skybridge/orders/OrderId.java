package dev.skybridge.orders;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of an order: a UUID in its canonical, lower-case text.
 *
 * @param text 36 characters
 */
record OrderId(String text) {
  private static final Pattern FORM =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  OrderId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("orderId: not a UUID in lower case");
    }
  }

  static OrderId random() {
    return new OrderId(UUID.randomUUID().toString());
  }

  /** The id that {@code text} names; empty where no order can have that name. */
  static Optional<OrderId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new OrderId(text)) : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
