package dev.skybridge.provider.cty;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An object: a resource's configuration, plan or state, or one nested block.
 *
 * <p>Readers come in pairs: {@code text("name")} demands a known value and throws {@link
 * IllegalStateException} naming the attribute otherwise; {@code optionalText("name")} is empty when
 * it is null or unknown. Collections read as empty when null or unknown. An attribute that the
 * object does not have throws {@link IllegalArgumentException}: that is a typing mistake in Java.
 */
public record ObjectValue(Map<String, Value> attributes) implements Value {
  /** The object without attributes. */
  public static final ObjectValue EMPTY = new ObjectValue(Map.of());

  public ObjectValue {
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /** The value of {@code name}, whatever it is. */
  public Value get(String name) {
    var value = attributes.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "no attribute %s (there are: %s)".formatted(name, attributes.keySet()));
    }
    return value;
  }

  /** Whether the object has an attribute of this name, null or not. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** Whether {@code name} is set: neither null nor unknown. */
  public boolean isSet(String name) {
    var value = get(name);
    return !value.isNull() && !value.isUnknown();
  }

  /** A string that must be known. */
  public String text(String name) {
    return ((Text) known(name)).text();
  }

  /** A string, if it is known. */
  public Optional<String> optionalText(String name) {
    return isSet(name) ? Optional.of(text(name)) : Optional.empty();
  }

  /** A string that is known and not empty: for arguments where Terraform treats "" as not set. */
  public Optional<String> nonEmptyText(String name) {
    return optionalText(name).filter(text -> !text.isEmpty());
  }

  /** A boolean that must be known. */
  public boolean bool(String name) {
    return ((Bool) known(name)).value();
  }

  /** A boolean, false when it is null or unknown. */
  public boolean flag(String name) {
    return isSet(name) && bool(name);
  }

  /** A whole number that must be known. */
  public int integer(String name) {
    return decimal(name).intValueExact();
  }

  /** A whole number, if it is known. */
  public Optional<Integer> optionalInteger(String name) {
    return isSet(name) ? Optional.of(integer(name)) : Optional.empty();
  }

  /** A number that must be known. */
  public BigDecimal decimal(String name) {
    return ((Numeric) known(name)).number();
  }

  /** The elements of a list or set. */
  public List<Value> list(String name) {
    return switch (get(name)) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      case Null _, Unknown _ -> List.of();
      default -> throw new IllegalArgumentException(name + " is neither a list nor a set");
    };
  }

  /** The known strings of a list or set of strings. */
  public List<String> texts(String name) {
    return list(name).stream()
        .filter(element -> element instanceof Text)
        .map(element -> ((Text) element).text())
        .toList();
  }

  /** The blocks of a nested block or of a list or set of objects; unknown ones are left out. */
  public List<ObjectValue> blocks(String name) {
    if (get(name) instanceof ObjectValue single) {
      return List.of(single);
    }
    return list(name).stream()
        .filter(element -> element instanceof ObjectValue)
        .map(element -> (ObjectValue) element)
        .toList();
  }

  /** The only block of a nested block that may occur once. */
  public Optional<ObjectValue> block(String name) {
    return blocks(name).stream().findFirst();
  }

  /** The known strings of a map of strings, ordered by key. */
  public Map<String, String> textMap(String name) {
    var texts = new LinkedHashMap<String, String>();
    if (get(name) instanceof MapValue map) {
      map.entries()
          .forEach((key, value) -> {
            if (value instanceof Text text) {
              texts.put(key, text.text());
            }
          });
    }
    return Collections.unmodifiableMap(texts);
  }

  /** This object with another value of {@code name}. */
  public ObjectValue with(String name, Value value) {
    var changed = new TreeMap<>(attributes);
    changed.put(name, requireNonNull(value));
    return new ObjectValue(changed);
  }

  /** This object with a string. */
  public ObjectValue with(String name, String text) {
    return with(name, Value.of(text));
  }

  /** This object with a whole number. */
  public ObjectValue with(String name, long number) {
    return with(name, Value.of(number));
  }

  /** This object with a boolean. */
  public ObjectValue with(String name, boolean value) {
    return with(name, Value.of(value));
  }

  /** This object with a list of nested blocks. */
  public ObjectValue withBlocks(String name, List<ObjectValue> blocks) {
    return with(name, new ListValue(List.copyOf(blocks)));
  }

  /** This object with a set of strings. */
  public ObjectValue withTextSet(String name, Collection<String> texts) {
    return with(name, Value.textSet(texts));
  }

  /** This object with {@code value} where {@code name} is null or unknown; untouched otherwise. */
  public ObjectValue orElse(String name, Value value) {
    return isSet(name) ? this : with(name, value);
  }

  /** As {@link #orElse(String, Value)}, with a string. */
  public ObjectValue orElse(String name, String text) {
    return orElse(name, Value.of(text));
  }

  private Value known(String name) {
    if (!isSet(name)) {
      throw new IllegalStateException(name + " is " + get(name));
    }
    return get(name);
  }

  @Override
  public String toString() {
    return attributes.toString();
  }
}
