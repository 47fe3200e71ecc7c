package dev.skybridge.dynamodb.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Copies of named values. */
final class Attributes {
  private Attributes() {}

  /** An unmodifiable copy in the same order. */
  static Map<String, AttributeValue> copy(Map<String, AttributeValue> values) {
    LinkedHashMap<String, AttributeValue> copy = new LinkedHashMap<>(values);
    copy.forEach((name, value) -> {
      requireNonNull(name);
      requireNonNull(value);
    });
    return Collections.unmodifiableMap(copy);
  }
}
