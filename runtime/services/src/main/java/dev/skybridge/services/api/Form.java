package dev.skybridge.services.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.services.AwsException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The parameters of the Query protocols, from body and query: {@code Tags.member.1.Key=a} is the
 * member {@code Key} of the first element of the list {@code Tags}; in EC2's variant {@code
 * Filter.1.Value.2=x} has no {@code member}. Numbers need not be consecutive.
 */
final class Form {
  /** Deeper than any input of AWS; a bound on recursion. */
  private static final int MAXIMUM_DEPTH = 12;

  private Form() {}

  /** The parameters as they came; of several with one name, the last. */
  static Map<String, String> parameters(HttpRequest request) {
    Map<String, String> parameters = new LinkedHashMap<>();
    read(request.query(), parameters);
    if (request
        .headers()
        .first("Content-Type")
        .filter(type -> type.startsWith("application/x-www-form-urlencoded"))
        .isPresent()) {
      read(new String(request.body(), UTF_8), parameters);
    }
    return parameters;
  }

  /** The parameters as a tree; members by name, numbered ones as lists. */
  static ObjectNode tree(Map<String, String> parameters) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    parameters.forEach((name, value) -> put(root, name, value));
    return (ObjectNode) lists(root);
  }

  private static void read(String text, Map<String, String> into) {
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        into.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      throw new AwsException("MalformedQueryString", 404, "The query string is malformed.");
    }
  }

  private static void put(ObjectNode root, String name, String value) {
    List<String> path = new ArrayList<>(List.of(name.split("\\.", -1)));
    if (path.size() > MAXIMUM_DEPTH || path.contains("")) {
      throw new AwsException("MalformedQueryString", 404, "The parameter " + name + " is no name.");
    }
    ObjectNode node = root;
    for (String part : path.subList(0, path.size() - 1)) {
      node = node.get(part) instanceof ObjectNode inner ? inner : node.putObject(part);
    }
    node.put(path.getLast(), value);
  }

  /** Turns objects whose names are numbers, or that have but a member {@code member}, to lists. */
  private static JsonNode lists(JsonNode node) {
    if (!(node instanceof ObjectNode object) || object.isEmpty()) {
      return node;
    }
    if (object.size() == 1 && isNumbered(object.path("member"))) {
      return lists(object.path("member"));
    }
    if (isNumbered(object)) {
      TreeMap<Integer, JsonNode> elements = new TreeMap<>();
      object
          .properties()
          .forEach(
              entry -> elements.put(Integer.parseInt(entry.getKey()), lists(entry.getValue())));
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      elements.values().forEach(array::add);
      return array;
    }
    object.properties().forEach(entry -> entry.setValue(lists(entry.getValue())));
    return object;
  }

  private static boolean isNumbered(JsonNode node) {
    if (!node.isObject() || node.isEmpty()) {
      return false;
    }
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      if (!entry.getKey().matches("\\d{1,9}")) {
        return false;
      }
    }
    return true;
  }
}
