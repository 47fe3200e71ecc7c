package dev.skybridge.dynamodb.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.dynamodb.model.JsonShapes;
import dev.skybridge.dynamodb.model.SerializationException;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A request's parameters, or a structure among them. A null counts as absent. */
public final class Request {
  private final JsonNode json;

  /** Parameters of a request. */
  public Request(JsonNode json) {
    if (!json.isObject()) {
      throw new SerializationException("Start of structure or map not found where expected");
    }
    this.json = json;
  }

  JsonNode json() {
    return json;
  }

  boolean has(String name) {
    return json.hasNonNull(name);
  }

  Optional<JsonNode> node(String name) {
    return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
  }

  Optional<String> text(String name) {
    return node(name).map(JsonShapes::string);
  }

  boolean flag(String name) {
    return node(name).map(JsonShapes::bool).orElse(false);
  }

  OptionalInt number(String name) {
    OptionalLong number = longNumber(name);
    return number.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) number.getAsLong());
  }

  OptionalLong longNumber(String name) {
    Optional<JsonNode> node = node(name);
    if (node.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!node.get().isIntegralNumber()) {
      throw new SerializationException(
          node.get().isTextual()
              ? "STRING_VALUE cannot be converted to Long"
              : "Unexpected value type in payload");
    }
    return OptionalLong.of(node.get().longValue());
  }

  Optional<Request> part(String name) {
    return node(name).map(Request::new);
  }

  /** The structures of a list; none when it is absent. */
  List<Request> parts(String name) {
    List<Request> parts = new ArrayList<>();
    node(name)
        .map(JsonShapes::array)
        .ifPresent(list -> list.forEach(element -> parts.add(new Request(element))));
    return parts;
  }

  /** The texts of a list; none when it is absent. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    node(name)
        .map(JsonShapes::array)
        .ifPresent(list -> list.forEach(element -> texts.add(JsonShapes.string(element))));
    return texts;
  }

  /** The entries of a map in its order; none when it is absent. */
  Map<String, JsonNode> entries(String name) {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    part(name)
        .ifPresent(map ->
            map.json.properties().forEach(entry -> entries.put(entry.getKey(), entry.getValue())));
    return entries;
  }

  /**
   * A text that must be there.
   *
   * @param path how the error names it, e.g. {@code tableName}
   */
  String required(String name, String path) {
    return text(name).orElseThrow(() -> missing(path));
  }

  static ValidationException missing(String path) {
    return new ValidationException(
        "Value null at '" + path + "' failed to satisfy constraint: Member must not be null");
  }
}
