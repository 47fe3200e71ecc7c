package dev.skybridge.provider.types.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A policy as the provider stores it: one line, names sorted, but Version first. */
final class StoredPolicy {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private StoredPolicy() {}

  static String of(String json) {
    try {
      JsonNode sorted = sorted(MAPPER.readTree(json));
      if (!sorted.path("Version").asText().equals("2012-10-17")) {
        return text(sorted);
      }
      ObjectNode root = JsonNodeFactory.instance.objectNode();
      root.set("Version", sorted.get("Version"));
      sorted.properties().forEach(field -> root.putIfAbsent(field.getKey(), field.getValue()));
      return text(root);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(field -> object.set(field.getKey(), sorted(field.getValue())));
      return object;
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> array.add(sorted(element)));
      return array;
    }
    return node;
  }

  /** With the escapes of Go's encoder. */
  private static String text(JsonNode node) {
    return node.toString().replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
  }
}
