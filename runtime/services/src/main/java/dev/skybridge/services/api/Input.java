package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The input of a call, whatever protocol it came in: members by AWS's names. A member of the wrong
 * type, and one that is required and missing, are refused in the service's words.
 */
public final class Input {
  private final JsonNode node;
  private final String validationCode;

  /**
   * @param node an object
   * @param validationCode the service's code for a value that is not valid, e.g. {@code
   *     ValidationException}
   */
  Input(JsonNode node, String validationCode) {
    this.node = requireNonNull(node);
    this.validationCode = requireNonNull(validationCode);
  }

  /** Whether the call has this member. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** The names of the members that came. */
  public Set<String> names() {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * Refuses members that are not served, so that nothing is silently ignored.
   *
   * @throws AwsException the service's validation error, which names the member
   */
  public void refuse(String... names) {
    for (String name : names) {
      if (has(name)) {
        throw invalid("The parameter " + name + " is not served here. Leave it out.");
      }
    }
  }

  /** A string that must be there. */
  public String text(String name) {
    return find(name).orElseThrow(() -> missing(name));
  }

  /** A string, if it is there. */
  public Optional<String> find(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isValueNode()) {
      throw mistyped(name, "a string");
    }
    return Optional.of(value.asText());
  }

  /** An integer, if it is there. */
  public Optional<Long> findWhole(String name) {
    return find(name)
        .map(text -> {
          try {
            return Long.parseLong(text);
          } catch (NumberFormatException e) {
            throw mistyped(name, "an integer");
          }
        });
  }

  /**
   * An integer between bounds, both included.
   *
   * @param otherwise what it is when it is not there
   */
  public long whole(String name, long least, long most, long otherwise) {
    long value = findWhole(name).orElse(otherwise);
    if (value < least) {
      throw constraint(name, value, "Member must have value greater than or equal to " + least);
    }
    if (value > most) {
      throw constraint(name, value, "Member must have value less than or equal to " + most);
    }
    return value;
  }

  /** A boolean; {@code otherwise} when it is not there. */
  public boolean flag(String name, boolean otherwise) {
    Optional<String> text = find(name);
    return switch (text.orElse(Boolean.toString(otherwise))) {
      case "true" -> true;
      case "false" -> false;
      default -> throw mistyped(name, "a boolean");
    };
  }

  /** Bytes that must be there, in base64. */
  public byte[] blob(String name) {
    try {
      return Base64.getDecoder().decode(text(name));
    } catch (IllegalArgumentException e) {
      throw mistyped(name, "base64");
    }
  }

  /** A list of strings; empty when it is not there. */
  public List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isValueNode()) {
        throw mistyped(name, "a list of strings");
      }
      texts.add(each.asText());
    }
    return texts;
  }

  /** A list of structures; empty when it is not there. */
  public List<Input> structures(String name) {
    List<Input> structures = new ArrayList<>();
    for (JsonNode each : list(name)) {
      if (!each.isObject()) {
        throw mistyped(name, "a list of structures");
      }
      structures.add(new Input(each, validationCode));
    }
    return structures;
  }

  /** A structure; one without members when it is not there. */
  public Input structure(String name) {
    JsonNode value = node.path(name);
    if (has(name) && !value.isObject()) {
      throw mistyped(name, "a structure");
    }
    return new Input(has(name) ? value : JsonNodeFactory.instance.objectNode(), validationCode);
  }

  /** A map from strings to strings; empty when it is not there. */
  public Map<String, String> map(String name) {
    Map<String, String> map = new LinkedHashMap<>();
    Input entries = structure(name);
    for (Map.Entry<String, JsonNode> entry : entries.node.properties()) {
      if (!entry.getValue().isValueNode()) {
        throw mistyped(name, "a map of strings");
      }
      map.put(entry.getKey(), entry.getValue().asText());
    }
    return map;
  }

  /**
   * Refuses a list that has elements.
   *
   * @throws AwsException the service's validation error, which names the member
   */
  public void refuseElements(String name) {
    if (!texts(name).isEmpty()) {
      refuse(name);
    }
  }

  /** Tags as most services have them: a list of {@code Key} and {@code Value}. */
  public Map<String, String> tags(String name) {
    Map<String, String> tags = new LinkedHashMap<>();
    for (Input tag : structures(name)) {
      tags.put(tag.text("Key"), tag.find("Value").orElse(""));
    }
    return tags;
  }

  /** The error for a member that is not as its constraint wants it, in the words of AWS's APIs. */
  public AwsException constraint(String name, Object value, String constraint) {
    return invalid(
        "1 validation error detected: Value '"
            + value
            + "' at '"
            + lowerFirst(name)
            + "' failed to satisfy constraint: "
            + constraint);
  }

  /** The service's error for a value that is not valid. */
  public AwsException invalid(String message) {
    return new AwsException(validationCode, 400, message);
  }

  private AwsException missing(String name) {
    return invalid(
        "1 validation error detected: Value null at '"
            + lowerFirst(name)
            + "' failed to satisfy constraint: Member must not be null");
  }

  private AwsException mistyped(String name, String expected) {
    return invalid(name + ": not " + expected);
  }

  private JsonNode list(String name) {
    JsonNode value = node.path(name);
    if (has(name) && !value.isArray()) {
      throw mistyped(name, "a list");
    }
    return has(name) ? value : JsonNodeFactory.instance.arrayNode();
  }

  private static String lowerFirst(String name) {
    return name.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + name.substring(1);
  }
}
