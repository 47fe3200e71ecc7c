package dev.skybridge.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list.
 *
 * @param orders the newest first
 * @param next where the list goes on; null = it ends here
 */
record Page(List<Order> orders, @Nullable PageToken next) {
  Page {
    orders = List.copyOf(orders);
  }
}
