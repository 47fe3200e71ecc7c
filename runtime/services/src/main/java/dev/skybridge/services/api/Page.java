package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.services.AwsException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A part of a listing.
 *
 * @param items the part
 * @param next what asks for the next one; empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /**
   * The page that a token asks for. A token names the last item of the page before, so that a
   * listing goes on rightly when items come and go.
   *
   * @param all the items, in the order of their keys
   * @param key an item's key, unique
   * @param token what came; the first page if nothing did
   * @param size how many at most, 1 or more
   * @param invalid the service's error for a token that it did not make
   */
  public static <T> Page<T> of(
      List<T> all,
      Function<T, String> key,
      Optional<String> token,
      long size,
      Supplier<AwsException> invalid) {
    Optional<String> after = token.map(text -> decode(text, invalid));
    List<T> rest =
        all.stream()
            .filter(item -> after.isEmpty() || key.apply(item).compareTo(after.get()) > 0)
            .toList();
    if (rest.size() <= size) {
      return new Page<>(rest, Optional.empty());
    }
    List<T> items = rest.subList(0, (int) size);
    return new Page<>(items, Optional.of(encode(key.apply(items.getLast()))));
  }

  private static String encode(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(("after:" + key).getBytes(UTF_8));
  }

  private static String decode(String token, Supplier<AwsException> invalid) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
      if (text.startsWith("after:")) {
        return text.substring("after:".length());
      }
    } catch (IllegalArgumentException e) {
      throw invalid.get();
    }
    throw invalid.get();
  }
}
