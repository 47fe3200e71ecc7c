package dev.skybridge.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a known value of an argument must be. */
@FunctionalInterface
public interface Check {
  /**
   * What is wrong with a value.
   *
   * @param name the argument, as messages name it
   * @param value a known value
   * @return the complaint, in the real provider's words; empty when the value is right
   */
  Optional<String> complaint(String name, Value value);

  /** One of these texts. */
  static Check oneOf(String... allowed) {
    var all = List.of(allowed);
    var shown = all.stream().map(text -> '"' + text + '"').collect(Collectors.joining(" "));
    return text((name, text) ->
        all.contains(text)
            ? Optional.empty()
            : Optional.of("expected %s to be one of [%s], got %s".formatted(name, shown, text)));
  }

  /** A whole number in this range, bounds included. */
  static Check between(long low, long high) {
    return (name, value) -> {
      if (!(value instanceof Value.Numeric(var number))
          || (number.longValue() >= low && number.longValue() <= high)) {
        return Optional.empty();
      }
      return Optional.of(
          "expected %s to be in the range (%d - %d), got %s".formatted(name, low, high, value));
    };
  }

  /** A text of so many characters, bounds included. */
  static Check length(int low, int high) {
    return text((name, text) ->
        text.length() >= low && text.length() <= high
            ? Optional.empty()
            : Optional.of(
                "expected length of %s to be in the range (%d - %d), got %s"
                    .formatted(name, low, high, text)));
  }

  /** A text that the expression finds; {@code rule} says in words what is wanted. */
  static Check matches(String expression, String rule) {
    var pattern = Pattern.compile(expression);
    return text((name, text) ->
        pattern.matcher(text).find()
            ? Optional.empty()
            : Optional.of("invalid value for %s (%s)".formatted(name, rule)));
  }

  /** A JSON text. */
  static Check json() {
    var mapper = new ObjectMapper();
    return text((name, text) -> {
      if (text.isEmpty()) {
        return Optional.empty();
      }
      try {
        mapper.readTree(text);
        return Optional.empty();
      } catch (JsonProcessingException e) {
        return Optional.of(
            "\"%s\" contains an invalid JSON: %s".formatted(name, e.getOriginalMessage()));
      }
    });
  }

  /** A check of texts only. */
  static Check text(TextCheck check) {
    return (name, value) ->
        value instanceof Value.Text(var text) ? check.complaint(name, text) : Optional.empty();
  }

  /** A check of a text. */
  @FunctionalInterface
  interface TextCheck {
    /** As {@link Check#complaint}. */
    Optional<String> complaint(String name, String text);
  }
}
