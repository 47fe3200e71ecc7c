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
    Map<String, AttributeValue.Type> types = new LinkedHashMap<>();
    for (Request definition : request.parts("AttributeDefinitions")) {
      String type = definition.text("AttributeType").orElse("");
      types.put(
          definition.required("AttributeName", "attributeDefinitions.member.attributeName"),
          switch (type) {
            case "S" -> AttributeValue.Type.S;
            case "N" -> AttributeValue.Type.N;
            case "B" -> AttributeValue.Type.B;
            default ->
                throw new ValidationException("Member must satisfy enum value set: [B, N, S]");
          });
    }
    return types;
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
      if (!names.add(name)) {
        throw new ValidationException("Two keys can not have the same name");
      }
      (isHash ? hash : range).add(attribute(name, isHash, types));
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
      String name, boolean hash, Map<String, AttributeValue.Type> types) {
    AttributeValue.Type type = types.get(name);
    if (type == null) {
      throw new ValidationException(
          (hash ? "Hash" : "Range")
              + " Key not specified in Attribute Definitions.  Type unknown.");
    }
    return new KeySchema.Attribute(name, type);
  }
}
