package dev.skybridge.provider.cty;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Terraform value: immutable, compared by content.
 *
 * <p>Null and unknown carry no type here; the schema knows it. An unknown value is one that only
 * apply will decide.
 */
public sealed interface Value
    permits Value.Null,
        Value.Unknown,
        Value.Text,
        Value.Numeric,
        Value.Bool,
        ListValue,
        SetValue,
        MapValue,
        ObjectValue {

  /** The value of an argument that is not set. */
  static Value ofNull() {
    return Null.INSTANCE;
  }

  /** A value that apply decides. */
  static Value unknown() {
    return Unknown.INSTANCE;
  }

  /** A string. */
  static Value of(String text) {
    return new Text(text);
  }

  /** A whole number. */
  static Value of(long number) {
    return new Numeric(BigDecimal.valueOf(number));
  }

  /** A number; trailing zeros are dropped, so that 1.0 equals 1. */
  static Value of(BigDecimal number) {
    return new Numeric(number);
  }

  /** A boolean. */
  static Value of(boolean value) {
    return new Bool(value);
  }

  /** A list of strings. */
  static ListValue texts(Collection<String> texts) {
    return new ListValue(texts.stream().map(Value::of).toList());
  }

  /** A set of strings. */
  static SetValue textSet(Collection<String> texts) {
    return new SetValue(texts.stream().map(Value::of).toList());
  }

  /** A map of strings. */
  static MapValue textMap(Map<String, String> texts) {
    var values = new TreeMap<String, Value>();
    texts.forEach((key, text) -> values.put(key, of(text)));
    return new MapValue(values);
  }

  /** Whether this is the null value. */
  default boolean isNull() {
    return this instanceof Null;
  }

  /** Whether this value itself is unknown; its parts may be unknown although it is not. */
  default boolean isUnknown() {
    return this instanceof Unknown;
  }

  /** Whether neither this value nor any part of it is unknown. */
  default boolean isWhollyKnown() {
    return switch (this) {
      case Unknown _ -> false;
      case Null _, Text _, Numeric _, Bool _ -> true;
      case ListValue list -> list.elements().stream().allMatch(Value::isWhollyKnown);
      case SetValue set -> set.elements().stream().allMatch(Value::isWhollyKnown);
      case MapValue map -> map.entries().values().stream().allMatch(Value::isWhollyKnown);
      case ObjectValue object ->
          object.attributes().values().stream().allMatch(Value::isWhollyKnown);
    };
  }

  /** Not set. */
  record Null() implements Value {
    private static final Null INSTANCE = new Null();

    @Override
    public String toString() {
      return "null";
    }
  }

  /** Decided at apply. */
  record Unknown() implements Value {
    private static final Unknown INSTANCE = new Unknown();

    @Override
    public String toString() {
      return "(known after apply)";
    }
  }

  /** A string. */
  record Text(String text) implements Value {
    @Override
    public String toString() {
      return '"' + text + '"';
    }
  }

  /** A number of any size. */
  record Numeric(BigDecimal number) implements Value {
    public Numeric {
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      number = number.scale() < 0 ? number.setScale(0) : number;
    }

    @Override
    public String toString() {
      return number.toPlainString();
    }
  }

  /** True or false. */
  record Bool(boolean value) implements Value {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }
}
