package dev.skybridge.provider.cty;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Makes a value fit a type: attributes left out become null, a list becomes a set where needed. */
public final class Conform {
  private Conform() {}

  /**
   * Fits a value to a type.
   *
   * @param path where the value stands, for the message
   * @throws IllegalArgumentException when the value is of another kind or has an attribute too many
   */
  public static Value to(Type type, Value value, String path) {
    if (value.isNull() || value.isUnknown()) {
      return value;
    }
    return switch (type) {
      case Type.Primitive primitive -> primitive(primitive, value, path);
      case Type.ListOf(var element) -> new ListValue(elements(element, value, path));
      case Type.SetOf(var element) -> new SetValue(elements(element, value, path));
      case Type.MapOf(var element) -> {
        if (!(value instanceof MapValue(var entries))) {
          throw wrong("a map", value, path);
        }
        var fitted = new TreeMap<String, Value>();
        entries.forEach((key, one) -> fitted.put(key, to(element, one, path + "[" + key + "]")));
        yield new MapValue(fitted);
      }
      case Type.ObjectOf object -> object(object, value, path);
    };
  }

  /** As {@link #to}, for an object. */
  public static ObjectValue object(Type.ObjectOf type, Value value, String path) {
    if (!(value instanceof ObjectValue(var attributes))) {
      throw wrong("an object", value, path);
    }
    for (var name : attributes.keySet()) {
      if (!type.attributes().containsKey(name)) {
        throw new IllegalArgumentException("%s has no attribute %s".formatted(path, name));
      }
    }
    var fitted = new TreeMap<String, Value>();
    type.attributes()
        .forEach((name, attribute) -> {
          var given = attributes.getOrDefault(name, Value.ofNull());
          fitted.put(name, to(attribute, given, path + "." + name));
        });
    return new ObjectValue(fitted);
  }

  private static List<Value> elements(Type element, Value value, String path) {
    Collection<Value> given =
        switch (value) {
          case ListValue list -> list.elements();
          case SetValue set -> set.elements();
          default -> throw wrong("a list or set", value, path);
        };
    var fitted = new ArrayList<Value>();
    for (var one : given) {
      fitted.add(to(element, one, path + "[" + fitted.size() + "]"));
    }
    return fitted;
  }

  private static Value primitive(Type.Primitive type, Value value, String path) {
    return switch (type) {
      case STRING ->
          switch (value) {
            case Value.Text text -> text;
            case Value.Bool(var flag) -> Value.of(Boolean.toString(flag));
            case Value.Numeric(var number) -> Value.of(number.toPlainString());
            default -> throw wrong("a string", value, path);
          };
      case NUMBER ->
          switch (value) {
            case Value.Numeric number -> number;
            case Value.Text(var text) -> number(text, value, path);
            default -> throw wrong("a number", value, path);
          };
      case BOOL ->
          switch (value) {
            case Value.Bool bool -> bool;
            case Value.Text(var text) when text.equals("true") || text.equals("false") ->
                Value.of(Boolean.parseBoolean(text));
            default -> throw wrong("a boolean", value, path);
          };
      case DYNAMIC -> value;
    };
  }

  private static Value number(String text, Value value, String path) {
    try {
      return Value.of(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw wrong("a number", value, path);
    }
  }

  private static IllegalArgumentException wrong(String wanted, Value value, String path) {
    return new IllegalArgumentException("%s: %s (expected: %s)".formatted(path, value, wanted));
  }
}
