package dev.skybridge.provider.cty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Values as JSON, as Terraform's state has them. */
public final class ValueJson {
  private ValueJson() {}

  /**
   * Reads a value of a type; attributes that the type does not have are left out, those that the
   * JSON does not have are null.
   *
   * @throws IllegalArgumentException when the JSON is of another kind
   */
  public static Value read(Type type, JsonNode json) {
    return Conform.to(type, raw(type, json), "value");
  }

  /** As {@link #read}, for an object. */
  public static ObjectValue readObject(Type.ObjectOf type, JsonNode json) {
    return Conform.object(type, raw(type, json), "value");
  }

  private static Value raw(Type type, JsonNode json) {
    if (json.isNull() || json.isMissingNode()) {
      return Value.ofNull();
    }
    return switch (type) {
      case Type.Primitive _ -> plain(json);
      case Type.ListOf(var element) -> new ListValue(elements(element, json));
      case Type.SetOf(var element) -> new SetValue(elements(element, json));
      case Type.MapOf(var element) -> {
        var entries = new TreeMap<String, Value>();
        json.properties().forEach(one -> entries.put(one.getKey(), raw(element, one.getValue())));
        yield new MapValue(entries);
      }
      case Type.ObjectOf(var attributes) -> {
        if (!json.isObject()) {
          throw new IllegalArgumentException("%s (expected: an object)".formatted(json));
        }
        var fields = new TreeMap<String, Value>();
        attributes.forEach((name, one) -> fields.put(name, raw(one, json.path(name))));
        yield new ObjectValue(fields);
      }
    };
  }

  private static List<Value> elements(Type element, JsonNode json) {
    var elements = new ArrayList<Value>();
    json.forEach(one -> elements.add(raw(element, one)));
    return elements;
  }

  private static Value plain(JsonNode json) {
    if (json.isTextual()) {
      return Value.of(json.textValue());
    }
    if (json.isBoolean()) {
      return Value.of(json.booleanValue());
    }
    if (json.isNumber()) {
      return Value.of(new BigDecimal(json.asText()));
    }
    throw new IllegalArgumentException(
        "%s (expected: a string, number or boolean)".formatted(json));
  }

  /**
   * Writes a value; sets are written in an order that depends on their content alone, so that equal
   * values give equal JSON.
   *
   * @throws IllegalArgumentException when a part is unknown: JSON has no word for it
   */
  public static JsonNode write(Value value) {
    var json = JsonNodeFactory.instance;
    return switch (value) {
      case Value.Null _ -> json.nullNode();
      case Value.Unknown _ -> throw new IllegalArgumentException("unknown value");
      case Value.Text(var text) -> json.textNode(text);
      case Value.Numeric(var number) -> json.numberNode(number);
      case Value.Bool(var flag) -> json.booleanNode(flag);
      case ListValue(var elements) -> {
        var array = json.arrayNode();
        elements.forEach(one -> array.add(write(one)));
        yield array;
      }
      case SetValue set -> {
        var array = json.arrayNode();
        set.elements().stream()
            .map(ValueJson::write)
            .sorted((one, other) -> one.toString().compareTo(other.toString()))
            .forEach(array::add);
        yield array;
      }
      case MapValue(var entries) -> {
        var object = json.objectNode();
        entries.forEach((key, one) -> object.set(key, write(one)));
        yield object;
      }
      case ObjectValue(var attributes) -> {
        var object = json.objectNode();
        attributes.forEach((name, one) -> object.set(name, write(one)));
        yield object;
      }
    };
  }
}
