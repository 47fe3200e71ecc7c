package dev.skybridge.services.apigateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks where the references of a schema lead: a schema that stands for itself could be compared
 * with no value, and nothing outside of the document is fetched.
 */
final class References {
  private static final String REFERENCE = "$ref";

  /** The keywords whose schemas are for the same value. */
  private static final List<String> SAME_VALUE = List.of("allOf", "anyOf", "oneOf", "not");

  /** The keywords whose members are called as their author likes, so also {@code $ref}. */
  private static final Set<String> NAMED =
      Set.of("properties", "patternProperties", "definitions", "dependencies");

  /** The keywords that hold values, not schemas. */
  private static final Set<String> VALUES = Set.of("enum", "default", "example");

  private final JsonNode document;
  private final Set<String> onTheWay = new HashSet<>();
  private final Set<String> sound = new HashSet<>();

  private References(JsonNode document) {
    this.document = document;
  }

  /**
   * Checks all references of a document.
   *
   * @throws IllegalArgumentException at the first that is no text, leads elsewhere or in a circle
   */
  static void check(JsonNode document) {
    new References(document).inside(document, false);
  }

  private void inside(JsonNode node, boolean named) {
    if (!named) {
      reference(node);
    }
    if (node.isArray()) {
      node.forEach(element -> inside(element, false));
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (named || !VALUES.contains(member.getKey())) {
        inside(member.getValue(), !named && NAMED.contains(member.getKey()));
      }
    }
  }

  private void reference(JsonNode schema) {
    JsonNode reference = schema.get(REFERENCE);
    if (reference != null && !reference.isTextual()) {
      throw new IllegalArgumentException(
          "a $ref is no text but of type " + reference.getNodeType());
    }
    if (reference != null) {
      follow(reference.asText());
    }
  }

  private void follow(String reference) {
    if (!reference.startsWith("#")) {
      throw new IllegalArgumentException(
          "reference to '" + reference + "' leads out of the document");
    }
    if (sound.contains(reference)) {
      return;
    }
    if (!onTheWay.add(reference)) {
      throw new IllegalArgumentException("'" + reference + "' is defined by itself");
    }
    String pointer = reference.substring(1);
    sameValue(pointer.isEmpty() || pointer.startsWith("/") ? document.at(pointer) : document);
    onTheWay.remove(reference);
    sound.add(reference);
  }

  private void sameValue(JsonNode schema) {
    reference(schema);
    for (String keyword : SAME_VALUE) {
      JsonNode schemas = schema.get(keyword);
      if (schemas != null && schemas.isArray()) {
        schemas.forEach(this::sameValue);
      } else if (schemas != null) {
        sameValue(schemas);
      }
    }
  }
}
