package dev.skybridge.provider.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.provider.cty.Type;
import dev.skybridge.provider.cty.TypeJson;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What may stand in a block: attributes and nested blocks, by name. */
public record Block(
    Map<String, Attribute> attributes,
    Map<String, Nested> nested,
    boolean deprecated,
    Type.ObjectOf type) {

  Block(Map<String, Attribute> attributes, Map<String, Nested> nested, boolean deprecated) {
    this(
        Collections.unmodifiableMap(new TreeMap<>(attributes)),
        Collections.unmodifiableMap(new TreeMap<>(nested)),
        deprecated,
        typeOf(attributes, nested));
  }

  static Block read(JsonNode json) {
    var attributes = new TreeMap<String, Attribute>();
    json.path("attributes")
        .properties()
        .forEach(one -> attributes.put(one.getKey(), Attribute.read(one.getValue())));
    var nested = new TreeMap<String, Nested>();
    json.path("block_types")
        .properties()
        .forEach(one -> nested.put(one.getKey(), Nested.read(one.getValue())));
    return new Block(attributes, nested, json.path("deprecated").asBoolean());
  }

  private static Type.ObjectOf typeOf(
      Map<String, Attribute> attributes, Map<String, Nested> nested) {
    var all = new TreeMap<String, Type>();
    attributes.forEach((name, attribute) -> all.put(name, attribute.type()));
    nested.forEach((name, block) -> all.put(name, block.type()));
    return new Type.ObjectOf(all);
  }

  /** An argument, or a computed attribute, or both. */
  public record Attribute(
      Type type,
      boolean required,
      boolean optional,
      boolean computed,
      boolean sensitive,
      boolean deprecated,
      boolean writeOnly) {
    /** Whether a configuration may set it. */
    public boolean settable() {
      return required || optional;
    }

    static Attribute read(JsonNode json) {
      return new Attribute(
          TypeJson.read(json.path("type")),
          json.path("required").asBoolean(),
          json.path("optional").asBoolean(),
          json.path("computed").asBoolean(),
          json.path("sensitive").asBoolean(),
          json.path("deprecated").asBoolean(),
          json.path("write_only").asBoolean());
    }
  }

  /** A nested block. */
  public record Nested(Nesting nesting, long minItems, long maxItems, Block block) {
    static Nested read(JsonNode json) {
      return new Nested(
          Nesting.of(json.path("nesting_mode").asText()),
          json.path("min_items").asLong(),
          json.path("max_items").asLong(),
          Block.read(json.path("block")));
    }

    /** The type of all its occurrences together. */
    public Type type() {
      return switch (nesting) {
        case SINGLE, GROUP -> block.type();
        case LIST -> new Type.ListOf(block.type());
        case SET -> new Type.SetOf(block.type());
        case MAP -> new Type.MapOf(block.type());
      };
    }
  }

  /** How a nested block may occur. */
  public enum Nesting {
    SINGLE(1),
    LIST(2),
    SET(3),
    MAP(4),
    GROUP(5);

    private final int number;

    Nesting(int number) {
      this.number = number;
    }

    /** The number by which the protocol knows it. */
    public int number() {
      return number;
    }

    static Nesting of(String word) {
      for (var nesting : values()) {
        if (nesting.name().equalsIgnoreCase(word)) {
          return nesting;
        }
      }
      throw new IllegalArgumentException("no nesting mode: " + word);
    }
  }
}
