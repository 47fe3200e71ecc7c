package dev.skybridge.dynamodb.model;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes JSON of the shape that a type has, or says which shape came instead. */
public final class JsonShapes {
  private JsonShapes() {}

  public static String string(JsonNode json) {
    return switch (json.getNodeType()) {
      case STRING -> json.textValue();
      case NUMBER -> throw cannotConvert("NUMBER_VALUE", "String");
      case BOOLEAN ->
          throw cannotConvert(json.booleanValue() ? "TRUE_VALUE" : "FALSE_VALUE", "String");
      case ARRAY, OBJECT, NULL, BINARY, MISSING, POJO -> throw unexpected(json);
    };
  }

  public static boolean bool(JsonNode json) {
    return switch (json.getNodeType()) {
      case BOOLEAN -> json.booleanValue();
      case NUMBER -> throw cannotConvert("NUMBER_VALUE", "Boolean");
      case STRING -> throw cannotConvert("STRING_VALUE", "Boolean");
      case ARRAY, OBJECT, NULL, BINARY, MISSING, POJO -> throw unexpected(json);
    };
  }

  static Binary binary(JsonNode json) {
    String text = string(json);
    if (text.length() % 4 != 0) {
      throw new SerializationException(
          "Base64 encoded length is expected a multiple of 4 bytes but found: " + text.length());
    }
    try {
      return Binary.ofBase64(text);
    } catch (IllegalArgumentException e) {
      throw new SerializationException("Invalid Base64: " + e.getMessage());
    }
  }

  public static JsonNode array(JsonNode json) {
    if (!json.isArray()) {
      throw unexpected(json);
    }
    return json;
  }

  static SerializationException unexpected(JsonNode json) {
    return new SerializationException(
        json.isContainerNode()
            ? "Start of structure or map found where not expected"
            : "Unexpected value type in payload");
  }

  private static SerializationException cannotConvert(String token, String type) {
    return new SerializationException(token + " cannot be converted to " + type);
  }
}
