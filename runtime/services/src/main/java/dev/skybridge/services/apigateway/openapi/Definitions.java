package dev.skybridge.services.apigateway.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a document defines beside its resources, as API Gateway's API tells it. */
public final class Definitions {
  private static final String EXTENSION = "x-amazon-apigateway-";
  private static final String DRAFT_4 = "http://json-schema.org/draft-04/schema#";

  private final JsonNode root;

  Definitions(JsonNode root) {
    this.root = root;
  }

  /** The schemas of models by their names, as JSON. */
  public SortedMap<String, String> schemas() {
    SortedMap<String, String> schemas = new TreeMap<>();
    for (Map.Entry<String, JsonNode> schema :
        root.path("components").path("schemas").properties()) {
      if (schema.getValue() instanceof ObjectNode object && !object.has("$schema")) {
        ObjectNode whole = object.objectNode().put("$schema", DRAFT_4);
        whole.setAll(object);
        schemas.put(schema.getKey(), whole.toPrettyString());
      } else {
        schemas.put(schema.getKey(), schema.getValue().toPrettyString());
      }
    }
    return schemas;
  }

  /** The request validators in the order of their names. */
  public List<Validator> validators() {
    SortedMap<String, Validator> validators = new TreeMap<>();
    for (Map.Entry<String, JsonNode> one :
        root.path(EXTENSION + "request-validators").properties()) {
      validators.put(
          one.getKey(),
          new Validator(
              one.getKey(),
              one.getValue().path("validateRequestBody").asBoolean(),
              one.getValue().path("validateRequestParameters").asBoolean()));
    }
    return List.copyOf(validators.values());
  }

  /**
   * The responses of a method: by status, which model each media type has.
   *
   * @param method the HTTP method in upper case, or {@code ANY}
   */
  public SortedMap<String, Map<String, String>> responses(String path, String method) {
    String field =
        method.equals(Resource.ANY) ? EXTENSION + "any-method" : method.toLowerCase(Locale.ROOT);
    SortedMap<String, Map<String, String>> responses = new TreeMap<>();
    for (Map.Entry<String, JsonNode> response :
        root.path("paths").path(path).path(field).path("responses").properties()) {
      if (response.getKey().matches("\\d{3}")) {
        responses.put(response.getKey(), models(response.getValue().path("content")));
      }
    }
    return responses;
  }

  private static Map<String, String> models(JsonNode content) {
    Map<String, String> models = new TreeMap<>();
    for (Map.Entry<String, JsonNode> media : content.properties()) {
      String reference = media.getValue().path("schema").path("$ref").asText();
      if (!reference.isEmpty()) {
        models.put(media.getKey(), reference.substring(reference.lastIndexOf('/') + 1));
      }
    }
    return models;
  }

  /**
   * The whole document as JSON.
   *
   * @param extensions whether API Gateway's own fields stay in it
   */
  public String json(boolean extensions) {
    JsonNode copy = root.deepCopy();
    if (!extensions) {
      strip(copy);
    }
    return copy.toPrettyString();
  }

  private static void strip(JsonNode node) {
    if (node instanceof ObjectNode object) {
      List<String> own = new ArrayList<>();
      object
          .fieldNames()
          .forEachRemaining(name -> {
            if (name.startsWith(EXTENSION)) {
              own.add(name);
            }
          });
      object.remove(own);
    }
    node.forEach(Definitions::strip);
  }
}
