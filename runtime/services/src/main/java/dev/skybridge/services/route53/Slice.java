package dev.skybridge.services.route53;

import dev.skybridge.services.api.Input;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A part of a listing, as Route 53 pages: the next part begins with the item that this one names.
 *
 * @param size how many items were asked for
 * @param next the first item of the next part; empty at the end
 */
record Slice<T>(List<T> items, int size, Optional<T> next) {
  private static final int DEFAULT = 100;

  /**
   * The part that a call asks for.
   *
   * @param all the items in their order
   * @param before whether an item comes before those asked for
   * @param most how many a part may have; more than it means it
   */
  static <T> Slice<T> of(Input input, List<T> all, Predicate<T> before, int most) {
    int size = (int) Math.min(most, input.whole("maxitems", 1, Integer.MAX_VALUE, DEFAULT));
    List<T> rest = all.stream().dropWhile(before).toList();
    return rest.size() <= size
        ? new Slice<>(rest, size, Optional.empty())
        : new Slice<>(rest.subList(0, size), size, Optional.of(rest.get(size)));
  }
}
