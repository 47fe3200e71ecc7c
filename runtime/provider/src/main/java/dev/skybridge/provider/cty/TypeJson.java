package dev.skybridge.provider.cty;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeMap;

/** Types as JSON: {@code "string"}, {@code ["list","string"]}, {@code ["object",{...}]}. */
public final class TypeJson {
  private TypeJson() {}

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException for what is no type
   */
  public static Type read(JsonNode json) {
    if (json.isTextual()) {
      return switch (json.textValue()) {
        case "string" -> Type.Primitive.STRING;
        case "number" -> Type.Primitive.NUMBER;
        case "bool" -> Type.Primitive.BOOL;
        case "dynamic" -> Type.Primitive.DYNAMIC;
        default -> throw new IllegalArgumentException("no type: " + json);
      };
    }
    return switch (json.path(0).asText()) {
      case "list" -> new Type.ListOf(read(json.path(1)));
      case "set" -> new Type.SetOf(read(json.path(1)));
      case "map" -> new Type.MapOf(read(json.path(1)));
      case "object" -> {
        var attributes = new TreeMap<String, Type>();
        json.path(1)
            .properties()
            .forEach(one -> attributes.put(one.getKey(), read(one.getValue())));
        yield new Type.ObjectOf(attributes);
      }
      default -> throw new IllegalArgumentException("no type: " + json);
    };
  }

  /** The inverse of {@link #read}. */
  public static JsonNode write(Type type) {
    var json = JsonNodeFactory.instance;
    return switch (type) {
      case Type.Primitive.STRING -> json.textNode("string");
      case Type.Primitive.NUMBER -> json.textNode("number");
      case Type.Primitive.BOOL -> json.textNode("bool");
      case Type.Primitive.DYNAMIC -> json.textNode("dynamic");
      case Type.ListOf(var element) -> pair("list", write(element));
      case Type.SetOf(var element) -> pair("set", write(element));
      case Type.MapOf(var element) -> pair("map", write(element));
      case Type.ObjectOf(var attributes) -> {
        ObjectNode fields = json.objectNode();
        attributes.forEach((name, attribute) -> fields.set(name, write(attribute)));
        yield pair("object", fields);
      }
    };
  }

  private static ArrayNode pair(String kind, JsonNode of) {
    return JsonNodeFactory.instance.arrayNode().add(kind).add(of);
  }
}
