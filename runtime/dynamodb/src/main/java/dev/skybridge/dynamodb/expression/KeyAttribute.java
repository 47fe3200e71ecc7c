package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;

/**
 * An attribute of a key.
 *
 * @param type S, N or B
 */
public record KeyAttribute(String name, AttributeValue.Type type) {
  public KeyAttribute {
    if (!type.isKey()) {
      throw new IllegalArgumentException("type: " + type + " (expected: S, N or B)");
    }
  }
}
