package dev.skybridge.services.apigateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the schemas of a document into models. */
final class ModelReader {
  private static final Pattern MODEL_NAME = Pattern.compile("[a-zA-Z0-9]+");
  private static final String COMPONENTS = "#/components/schemas/";
  private static final String DEFINITIONS = "#/definitions/";

  private final ObjectNode definitions = JsonNodeFactory.instance.objectNode();

  /** Reads {@code components.schemas}; reports names that API Gateway does not take. */
  ModelReader(Cursor root) {
    Optional<Cursor> schemas =
        root.get("components").flatMap(components -> components.get("schemas"));
    if (schemas.isEmpty()) {
      return;
    }
    for (Map.Entry<String, Cursor> schema : schemas.get().fields().entrySet()) {
      if (!MODEL_NAME.matcher(schema.getKey()).matches()) {
        schema.getValue().error("Model name must be alphanumeric: " + schema.getKey());
      }
      definitions.set(schema.getKey(), converted(schema.getValue().node()));
    }
  }

  /** The model of a media type's {@code schema}; empty, with an error, where it is none. */
  Optional<Model> read(Cursor schema) {
    JsonNode reference = schema.node().get("$ref");
    String name = reference == null ? "inline" : reference.asText();
    if (name.startsWith(COMPONENTS)) {
      name = name.substring(COMPONENTS.length());
      if (!definitions.has(name)) {
        schema.error("reference to '" + COMPONENTS + name + "' cannot be resolved");
        return Optional.empty();
      }
    } else if (reference != null) {
      schema.error("reference to '" + name + "' is not one to " + COMPONENTS);
      return Optional.empty();
    }
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    document.put("$schema", "http://json-schema.org/draft-04/schema#");
    document.putArray("allOf").add(converted(schema.node()));
    document.set("definitions", definitions.deepCopy());
    try {
      return Optional.of(Model.of(name, document));
    } catch (IllegalArgumentException e) {
      schema.error("Invalid model schema specified. " + e.getMessage());
      return Optional.empty();
    }
  }

  /** OpenAPI's references rewritten to those of a lone JSON Schema. */
  private static JsonNode converted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        boolean reference = field.getKey().equals("$ref") && field.getValue().isTextual();
        copy.set(
            field.getKey(),
            reference
                ? TextNode.valueOf(field.getValue().asText().replace(COMPONENTS, DEFINITIONS))
                : converted(field.getValue()));
      }
      return copy;
    }
    if (node.isArray()) {
      var copy = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> copy.add(converted(item)));
      return copy;
    }
    return node;
  }
}
