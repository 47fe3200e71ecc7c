package dev.skybridge.provider.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Whether two JSON texts mean the same to AWS: the order of keys and of list elements does not
 * count, one element is as good as a list of it, and numbers and booleans are as good as their
 * text.
 */
final class EquivalentJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private EquivalentJson() {}

  static boolean equivalent(String one, String other) {
    try {
      return one.equals(other)
          || canonical(MAPPER.readTree(one)).equals(canonical(MAPPER.readTree(other)));
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private static String canonical(JsonNode json) {
    if (json.isArray()) {
      if (json.size() == 1) {
        return canonical(json.get(0));
      }
      return StreamSupport.stream(json.spliterator(), false)
          .map(EquivalentJson::canonical)
          .sorted()
          .collect(Collectors.joining(",", "[", "]"));
    }
    if (json.isObject()) {
      var fields = new TreeMap<String, String>();
      json.properties().forEach(one -> fields.put(one.getKey(), canonical(one.getValue())));
      return fields.toString();
    }
    return MAPPER.getNodeFactory().textNode(json.asText()).toString();
  }
}
