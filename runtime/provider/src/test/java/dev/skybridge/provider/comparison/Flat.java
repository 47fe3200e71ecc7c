package dev.skybridge.provider.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** A JSON tree as paths with texts, for comparing. */
final class Flat {
  private Flat() {}

  static void value(String path, JsonNode json, Map<String, String> to) {
    if (json.isObject() && !json.isEmpty()) {
      json.properties().forEach(one -> value(child(path, one.getKey()), one.getValue(), to));
    } else if (json.isArray() && !json.isEmpty()) {
      for (int i = 0; i < json.size(); i++) {
        value(path + "[" + i + "]", json.get(i), to);
      }
    } else {
      to.put(path, json.toString());
    }
  }

  /** The paths marked true, and nothing else: the rest only mirrors the shape. */
  static void unknown(String path, JsonNode json, Map<String, String> to) {
    if (json.isObject()) {
      json.properties().forEach(one -> unknown(child(path, one.getKey()), one.getValue(), to));
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        unknown(path + "[" + i + "]", json.get(i), to);
      }
    } else if (json.asBoolean()) {
      to.put(path, "(known after apply)");
    }
  }

  private static String child(String path, String name) {
    return path.endsWith(".") ? path + name : path + "." + name;
  }
}
