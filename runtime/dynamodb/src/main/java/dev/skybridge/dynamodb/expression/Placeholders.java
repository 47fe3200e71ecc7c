package dev.skybridge.dynamodb.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.SerializationException;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a request's placeholders stand for: {@code ExpressionAttributeNames} and {@code
 * ExpressionAttributeValues}. It notes which of them its expressions use. Not for two threads at a
 * time.
 */
public final class Placeholders {
  private static final String NAMES = "ExpressionAttributeNames";
  private static final String VALUES = "ExpressionAttributeValues";
  private static final int MOST_KEY_CHARACTERS = 255;
  private static final int MOST_NAME_BYTES = 65535;
  private static final int MOST_VALUES_BYTES = 2 * 1024 * 1024;

  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;
  private final Set<String> unused = new HashSet<>();

  private Placeholders(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
    unused.addAll(names.keySet());
    unused.addAll(values.keySet());
  }

  /** For expressions without placeholders. */
  public static Placeholders none() {
    return new Placeholders(Map.of(), Map.of());
  }

  /**
   * Reads both parameters of a request; either may be absent.
   *
   * @throws ValidationException for a key or value that may not be
   * @throws SerializationException for JSON of another shape
   */
  public static Placeholders read(JsonNode request) {
    return new Placeholders(names(request.get(NAMES)), values(request.get(VALUES)));
  }

  private static Map<String, String> names(@Nullable JsonNode json) {
    Map<String, String> names = new LinkedHashMap<>();
    if (isAbsent(json)) {
      return names;
    }
    for (Map.Entry<String, JsonNode> entry : entries(NAMES, json)) {
      requireKey(NAMES, '#', entry.getKey());
      if (entry.getValue().isNull()) {
        throw new ValidationException(
            NAMES + " contains invalid value: null for key " + entry.getKey());
      }
      if (!entry.getValue().isTextual()) {
        throw new SerializationException("Unexpected value type in payload");
      }
      String name = entry.getValue().textValue();
      requireName(entry.getKey(), name);
      names.put(entry.getKey(), name);
    }
    return names;
  }

  private static void requireName(String key, String name) {
    if (name.isEmpty()) {
      throw new ValidationException(
          NAMES + " contains invalid value: Empty attribute name for key " + key);
    }
    if (ItemSize.utf8(name) > MOST_NAME_BYTES) {
      throw new ValidationException(
          NAMES
              + " contains invalid value: Attribute name is too large, must be less than 65536"
              + " bytes for key "
              + key);
    }
  }

  private static Map<String, AttributeValue> values(@Nullable JsonNode json) {
    Map<String, AttributeValue> values = new LinkedHashMap<>();
    if (isAbsent(json)) {
      return values;
    }
    int size = 0;
    for (Map.Entry<String, JsonNode> entry : entries(VALUES, json)) {
      requireKey(VALUES, ':', entry.getKey());
      try {
        AttributeValue value = AttributeReader.value(entry.getValue());
        size += ItemSize.of(value);
        values.put(entry.getKey(), value);
      } catch (ValidationException e) {
        throw new ValidationException(
            VALUES + " contains invalid value: " + e.text() + " for key " + entry.getKey());
      }
    }
    if (size > MOST_VALUES_BYTES) {
      throw new ValidationException(VALUES + " exceeds max size");
    }
    return values;
  }

  private static boolean isAbsent(@Nullable JsonNode json) {
    return json == null || json.isNull();
  }

  private static Set<Map.Entry<String, JsonNode>> entries(
      String parameter, @Nullable JsonNode json) {
    if (json == null || !json.isObject()) {
      throw new SerializationException("Unexpected value type in payload");
    }
    if (json.isEmpty()) {
      throw new ValidationException(parameter + " must not be empty");
    }
    return json.properties();
  }

  private static void requireKey(String parameter, char sign, String key) {
    if (key.length() > MOST_KEY_CHARACTERS) {
      throw new ValidationException(
          parameter
              + " contains invalid key: The expression attribute map contains a key that is too"
              + " long; size of key: "
              + key.length());
    }
    if (!Lexer.isPlaceholder(sign, key)) {
      throw new ValidationException(
          parameter + " contains invalid key: Syntax error; key: \"" + key + "\"");
    }
  }

  String name(ExpressionKind kind, String placeholder) {
    String name = names.get(placeholder);
    if (name == null) {
      throw kind.invalid(
          "An expression attribute name used in the document path is not defined; attribute name: "
              + placeholder);
    }
    unused.remove(placeholder);
    return name;
  }

  AttributeValue value(ExpressionKind kind, String placeholder) {
    AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw kind.invalid(
          "An expression attribute value used in expression is not defined; attribute value: "
              + placeholder);
    }
    unused.remove(placeholder);
    return value;
  }

  /**
   * To be called when all expressions of the request are parsed.
   *
   * @throws ValidationException when a placeholder is used by none of them
   */
  public void requireAllUsed() {
    requireUsed(NAMES, names.keySet());
    requireUsed(VALUES, values.keySet());
  }

  private void requireUsed(String parameter, Set<String> keys) {
    Set<String> missed = new TreeSet<>(keys);
    missed.retainAll(unused);
    if (!missed.isEmpty()) {
      throw new ValidationException(
          "Value provided in "
              + parameter
              + " unused in expressions: keys: {"
              + String.join(", ", missed)
              + "}");
    }
  }
}
