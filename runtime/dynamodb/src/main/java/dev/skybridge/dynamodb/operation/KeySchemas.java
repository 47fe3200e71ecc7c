package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.KeySchema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads attribute definitions and key schemas. */
final class KeySchemas {
  private static final int MOST_IN_INDEX = 4;

  private KeySchemas() {}

  /** The attributes of {@code AttributeDefinitions} with their types. */
  static Map<String, AttributeValue.Type> types(Request request) {
    List<Request> definitions = request.parts("AttributeDefinitions");
    if (definitions.isEmpty()) {
      throw new ValidationException("No Attribute Schema Defined");
    }
    Map<String, AttributeValue.Type> types = new LinkedHashMap<>();
    for (Request definition : definitions) {
      String name =
          definition.required("AttributeName", "attributeDefinitions.member.attributeName");
      AttributeValue.Type type = type(definition.text("AttributeType").orElse(""));
      if (types.put(name, type) != null) {
        throw new ValidationException("Cannot have two attributes with the same name");
      }
    }
    return types;
  }

  private static AttributeValue.Type type(String name) {
    return switch (name) {
      case "S" -> AttributeValue.Type.S;
      case "N" -> AttributeValue.Type.N;
      case "B" -> AttributeValue.Type.B;
      default -> throw new ValidationException("Member must satisfy enum value set: [B, N, S]");
    };
  }

  static List<KeySchema.Attribute> attributes(Map<String, AttributeValue.Type> types) {
    List<KeySchema.Attribute> attributes = new ArrayList<>();
    types.forEach((name, type) -> attributes.add(new KeySchema.Attribute(name, type)));
    return attributes;
  }

  /** The key of a table: one partition key, at most one sort key. */
  static KeySchema table(Request request, Map<String, AttributeValue.Type> types) {
    return read(request, types, 1);
  }

  /** The key of a local index. */
  static KeySchema local(Request request, Map<String, AttributeValue.Type> types) {
    return read(request, types, 1);
  }

  /** The key of a global index: up to four attributes each. */
  static KeySchema global(Request request, Map<String, AttributeValue.Type> types) {
    return read(request, types, MOST_IN_INDEX);
  }

  private static KeySchema read(Request request, Map<String, AttributeValue.Type> types, int most) {
    List<Request> elements = request.parts("KeySchema");
    if (elements.isEmpty()) {
      throw new ValidationException(
          "No defined key schema.  A key schema containing at least a hash key must be defined for"
              + " all tables");
    }
    List<KeySchema.Attribute> hash = new ArrayList<>();
    List<KeySchema.Attribute> range = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Request element : elements) {
      String name = element.required("AttributeName", "keySchema.member.attributeName");
      boolean isHash =
          switch (element.text("KeyType").orElse("")) {
            case "HASH" -> true;
            case "RANGE" -> false;
            default ->
                throw new ValidationException("Member must satisfy enum value set: [HASH, RANGE]");
          };
      if (isHash && !range.isEmpty()) {
        throw new ValidationException(
            "Invalid key order. Hash Key must be specified first in key schema, Range Key must be"
                + " specifed second");
      }
      if (!names.add(name)) {
        throw new ValidationException("Two keys can not have the same name");
      }
      (isHash ? hash : range).add(attribute(name, isHash, types, most));
    }
    if (hash.isEmpty()) {
      throw new ValidationException(
          "No Hash Key specified in schema.  All Dynamo DB tables must have exactly one hash key");
    }
    if (hash.size() > most) {
      throw new ValidationException(
          "Too many hash keys specified.  All Dynamo DB tables must have exactly one hash key");
    }
    if (range.size() > most) {
      throw new ValidationException(
          "Too many range keys specified.  Dynamo DB tables can have at most one range key");
    }
    return new KeySchema(hash, range);
  }

  private static KeySchema.Attribute attribute(
      String name, boolean hash, Map<String, AttributeValue.Type> types, int most) {
    AttributeValue.Type type = types.get(name);
    if (type == null && most > 1) {
      throw new ValidationException(
          "Attribute " + name + " is not defined in AttributeDefinitions");
    }
    if (type == null) {
      throw new ValidationException(
          (hash ? "Hash" : "Range")
              + " Key not specified in Attribute Definitions.  Type unknown.");
    }
    return new KeySchema.Attribute(name, type);
  }
}
