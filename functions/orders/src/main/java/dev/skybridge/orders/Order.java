package dev.skybridge.orders;

import java.time.LocalDate;

/**
 * An order as it is kept and shown.
 *
 * @param position its time and id
 * @param fullName who ordered
 * @param option what was ordered, one of the service's options
 */
record Order(Position position, String fullName, String option) {
  OrderId id() {
    return position.id();
  }

  /** The day on which it was placed, in UTC. */
  LocalDate date() {
    return position.day();
  }

  /** Without the name: what is printed may reach a log. */
  @Override
  public String toString() {
    return "Order[" + position + "]";
  }
}
