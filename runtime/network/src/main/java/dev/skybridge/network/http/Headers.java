package dev.skybridge.network.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The headers of a message: in the order in which they came, names in their original case, looked
 * up without regard to case; immutable.
 *
 * @param entries the headers in order; a name may occur more than once
 */
public record Headers(List<Header> entries) {
  /** No headers. */
  public static final Headers NONE = new Headers(List.of());

  public Headers {
    entries = List.copyOf(entries);
  }

  /**
   * One header line.
   *
   * @param name its name, not empty, without white space, colon or control characters
   * @param value its value, without CR, LF and NUL; characters above U+00FF cannot be sent and
   *     leave as {@code ?}
   */
  public record Header(String name, String value) {
    public Header {
      if (name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == ':' || c == 0x7F)) {
        throw new IllegalArgumentException("header name: '" + name + "'");
      }
      if (requireNonNull(value).chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
        throw new IllegalArgumentException("value of header " + name + ": CR, LF or NUL in it");
      }
    }
  }

  /** Headers of names and values in turn: {@code of("Server", "awselb/2.0")}. */
  public static Headers of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException("a header name without a value");
    }
    List<Header> entries = new ArrayList<>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      entries.add(new Header(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Headers(entries);
  }

  /** The value of the first header called {@code name}. */
  public Optional<String> first(String name) {
    for (Header header : entries) {
      if (header.name().equalsIgnoreCase(name)) {
        return Optional.of(header.value());
      }
    }
    return Optional.empty();
  }

  /** The value of the last header called {@code name}. */
  public Optional<String> last(String name) {
    List<String> all = all(name);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /** The values of all headers called {@code name}, in order. */
  public List<String> all(String name) {
    return entries.stream()
        .filter(header -> header.name().equalsIgnoreCase(name))
        .map(Header::value)
        .toList();
  }

  /** Whether there is a header called {@code name}. */
  public boolean contains(String name) {
    return first(name).isPresent();
  }

  /** These headers and one more at the end. */
  public Headers plus(String name, String value) {
    return new Headers(Stream.concat(entries.stream(), one(name, value)).toList());
  }

  /** These headers with one value for {@code name}, at the end, instead of all it had. */
  public Headers with(String name, String value) {
    return without(name).plus(name, value);
  }

  /** These headers without those called {@code name}. */
  public Headers without(String name) {
    return new Headers(
        entries.stream().filter(header -> !header.name().equalsIgnoreCase(name)).toList());
  }

  private static Stream<Header> one(String name, String value) {
    return Stream.of(new Header(name, value));
  }
}
