package dev.skybridge.dynamodb.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads attribute values from the API's JSON, with DynamoDB's errors for what is none.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.LowLevelAPI.html">
 *     DynamoDB low-level API</a>
 */
public final class AttributeReader {
  /** How deep lists, maps and the item itself may stand in one another. */
  private static final int MOST_LEVELS = 32;

  private AttributeReader() {}

  /**
   * Reads attributes by name.
   *
   * @param parameter the name of the request's parameter, for errors, e.g. {@code Item}
   * @throws ValidationException for a value that breaks a rule
   * @throws SerializationException for JSON of another shape
   */
  public static Item item(String parameter, JsonNode json) {
    return new Item(map(parameter, json, 1));
  }

  /** Reads a value that stands for itself; else as {@link #item}. */
  public static AttributeValue value(JsonNode json) {
    if (json.isNull()) {
      throw new ValidationException("The supplied Item contains a null AttributeValue");
    }
    return value("Item", json, 0);
  }

  private static Map<String, AttributeValue> map(String parameter, JsonNode json, int level) {
    if (!json.isObject()) {
      throw JsonShapes.unexpected(json);
    }
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    json.properties()
        .forEach(property -> {
          if (property.getValue().isNull()) {
            throw new ValidationException(
                "The supplied %s contains a null AttributeValue: %s is null"
                    .formatted(parameter, property.getKey()));
          }
          if (property.getKey().isEmpty()) {
            throw new ValidationException("Empty attribute name");
          }
          values.put(property.getKey(), value(parameter, property.getValue(), level));
        });
    return values;
  }

  private static AttributeValue value(String parameter, JsonNode json, int level) {
    if (level > MOST_LEVELS) {
      throw new ValidationException(
          "Nesting Levels have exceeded supported limits: Attributes in the item have nested"
              + " levels beyond supported limit");
    }
    if (!json.isObject()) {
      throw JsonShapes.unexpected(json);
    }
    AttributeValue.Type type = type(json);
    JsonNode content = json.get(type.name());
    return switch (type) {
      case S -> new AttributeValue.S(JsonShapes.string(content));
      case N -> new AttributeValue.N(Decimal.parse(JsonShapes.string(content)));
      case B -> new AttributeValue.B(JsonShapes.binary(content));
      case BOOL -> new AttributeValue.BOOL(JsonShapes.bool(content));
      case NULL -> nothing(JsonShapes.bool(content));
      case L -> list(parameter, content, level);
      case M -> new AttributeValue.M(map(parameter, content, level + 1));
      case SS -> strings(content);
      case NS -> numbers(content);
      case BS -> binaries(content);
    };
  }

  private static AttributeValue.Type type(JsonNode json) {
    AttributeValue.Type found = null;
    for (AttributeValue.Type type : AttributeValue.Type.values()) {
      if (json.hasNonNull(type.name())) {
        if (found != null) {
          throw new ValidationException(
              "Supplied AttributeValue has more than one datatypes set, must contain exactly one"
                  + " of the supported datatypes");
        }
        found = type;
      }
    }
    if (found == null) {
      throw new ValidationException(
          "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
    }
    return found;
  }

  private static AttributeValue nothing(boolean value) {
    if (!value) {
      throw ValidationException.parameter("Null attribute value types must have the value of true");
    }
    return new AttributeValue.NULL();
  }

  private static AttributeValue list(String parameter, JsonNode content, int level) {
    List<AttributeValue> values = new ArrayList<>();
    for (JsonNode element : JsonShapes.array(content)) {
      if (element.isNull()) {
        throw new ValidationException(
            "The supplied " + parameter + " contains a null AttributeValue");
      }
      values.add(value(parameter, element, level + 1));
    }
    return new AttributeValue.L(values);
  }

  private static AttributeValue strings(JsonNode content) {
    List<String> values = new ArrayList<>();
    for (JsonNode element : members("string", content)) {
      values.add(JsonShapes.string(element));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw ValidationException.parameter("Input collection " + values + " contains duplicates");
    }
    return new AttributeValue.SS(values);
  }

  private static AttributeValue numbers(JsonNode content) {
    List<Decimal> values = new ArrayList<>();
    for (JsonNode element : members("number", content)) {
      values.add(Decimal.parse(JsonShapes.string(element)));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw new ValidationException("Input collection contains duplicates");
    }
    return new AttributeValue.NS(values);
  }

  private static AttributeValue binaries(JsonNode content) {
    List<Binary> values = new ArrayList<>();
    if (JsonShapes.array(content).isEmpty()) {
      throw ValidationException.parameter("Binary sets should not be empty");
    }
    for (JsonNode element : content) {
      values.add(JsonShapes.binary(element));
    }
    if (new HashSet<>(values).size() < values.size()) {
      throw ValidationException.parameter("Input collection of type BS contains duplicates.");
    }
    return new AttributeValue.BS(values);
  }

  private static JsonNode members(String kind, JsonNode content) {
    if (JsonShapes.array(content).isEmpty()) {
      throw ValidationException.parameter("An " + kind + " set  may not be empty");
    }
    for (JsonNode element : content) {
      if (element.isNull()) {
        throw ValidationException.parameter(
            "An %s set may not have a null string as a member".formatted(kind));
      }
    }
    return content;
  }
}
