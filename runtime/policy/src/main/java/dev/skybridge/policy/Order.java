package dev.skybridge.policy;

import java.util.Optional;

/** How two ordered values stand to each other. */
enum Order {
  EQUAL,
  LESS,
  LESS_OR_EQUAL,
  GREATER,
  GREATER_OR_EQUAL;

  /** Whether {@code actual} stands so to {@code limit}; never if one of them is no such value. */
  <T extends Comparable<T>> boolean holds(Optional<T> actual, Optional<T> limit) {
    if (actual.isEmpty() || limit.isEmpty()) {
      return false;
    }
    int difference = actual.get().compareTo(limit.get());
    return switch (this) {
      case EQUAL -> difference == 0;
      case LESS -> difference < 0;
      case LESS_OR_EQUAL -> difference <= 0;
      case GREATER -> difference > 0;
      case GREATER_OR_EQUAL -> difference >= 0;
    };
  }
}
