package dev.skybridge.services.iam;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.Input;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.Page;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Listings as IAM pages them: {@code Marker}, {@code MaxItems} (1-1000), {@code IsTruncated}. */
final class Listing {
  private Listing() {}

  /**
   * A page of a listing.
   *
   * @param member the member that has the items
   * @param key an item's name, unique without regard to case
   */
  static <T> ApiAnswer of(
      ApiCall call,
      String member,
      List<T> all,
      Function<T, String> key,
      Function<T, Output> shape) {
    Page<T> page = page(call, all, key);
    return ApiAnswer.of(
        truncation(page)
            .put(member, Output.Items.of(page.items().stream().map(shape).toList()))
            .build());
  }

  /** The page that a call asks for. */
  static <T> Page<T> page(ApiCall call, List<T> all, Function<T, String> key) {
    Input input = call.input();
    Function<T, String> lower = item -> key.apply(item).toLowerCase(Locale.ROOT);
    return Page.of(
        all.stream().sorted(Comparator.comparing(lower)).toList(),
        lower,
        input.find("Marker"),
        input.whole("MaxItems", 1, 1000, 100),
        () -> input.invalid("The Marker is not one that an earlier call answered with."));
  }

  /** What a page says of the rest. */
  static Output.Builder truncation(Page<?> page) {
    return Output.Structure.builder()
        .put("IsTruncated", page.next().isPresent())
        .putIf("Marker", page.next());
  }
}
