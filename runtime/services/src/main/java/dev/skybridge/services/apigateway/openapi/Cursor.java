package dev.skybridge.services.apigateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A place in the document that knows its way from the root and reports what is wrong with it. */
record Cursor(JsonNode root, JsonNode node, String where, Findings findings) {

  static Cursor at(JsonNode root, Findings findings) {
    return new Cursor(root, root, "$", findings);
  }

  private Cursor child(JsonNode child, String step) {
    return new Cursor(root, child, where + step, findings);
  }

  Optional<Cursor> get(String field) {
    JsonNode child = node.get(field);
    return child == null || child.isNull()
        ? Optional.empty()
        : Optional.of(child(child, "." + field));
  }

  /** The object's fields in order; an error and none where this is not an object. */
  Map<String, Cursor> fields() {
    Map<String, Cursor> fields = new LinkedHashMap<>();
    if (!node.isObject()) {
      error("expected an object");
      return fields;
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      fields.put(field.getKey(), child(field.getValue(), "." + field.getKey()));
    }
    return fields;
  }

  List<Cursor> items() {
    List<Cursor> items = new ArrayList<>();
    if (!node.isArray()) {
      error("expected a list");
      return items;
    }
    for (int index = 0; index < node.size(); index++) {
      items.add(child(node.get(index), "[" + index + "]"));
    }
    return items;
  }

  Optional<String> text(String field) {
    Optional<Cursor> found = get(field);
    if (found.isPresent() && !found.get().node.isValueNode()) {
      found.get().error("expected a string");
      return Optional.empty();
    }
    return found.map(cursor -> cursor.node.asText());
  }

  List<String> texts(String field) {
    return get(field).map(Cursor::items).orElse(List.of()).stream()
        .map(item -> item.node.asText())
        .toList();
  }

  boolean flag(String field) {
    Optional<Cursor> found = get(field);
    if (found.isPresent() && !found.get().node.isBoolean()) {
      found.get().error("expected true or false");
    }
    return found.map(cursor -> cursor.node.asBoolean()).orElse(false);
  }

  /** Follows a local {@code $ref}; an error where it leads nowhere. */
  Cursor resolved() {
    JsonNode reference = node.get("$ref");
    if (reference == null) {
      return this;
    }
    String pointer = reference.asText();
    JsonNode target =
        pointer.startsWith("#/") ? root.at(pointer.substring(1)) : root.at("/does/not/exist");
    if (target.isMissingNode()) {
      error("reference to '" + pointer + "' cannot be resolved");
    }
    return new Cursor(root, target, pointer, findings);
  }

  /** Warns about each field that has no effect; vendor extensions of others are left alone. */
  void warnUnless(Set<String> known) {
    for (String field : fields().keySet()) {
      boolean foreign = field.startsWith("x-") && !field.startsWith("x-amazon-apigateway");
      if (!known.contains(field) && !foreign) {
        warning("'" + field + "' has no effect here");
      }
    }
  }

  void error(String text) {
    findings.error(where + ": " + text);
  }

  void warning(String text) {
    findings.warning(where + ": " + text);
  }
}
