package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Decimal;
import dev.skybridge.dynamodb.model.Item;
import org.jspecify.annotations.Nullable;

/**
 * {@code size(operand)}: a string's length, a binary's bytes, the number of elements of a set, list
 * or map; nothing for other values. A string's length is that of its UTF-16 form, as in DynamoDB
 * Local.
 */
record Size(Operand operand) implements Operand {
  @Override
  public @Nullable AttributeValue value(Item item) {
    AttributeValue value = operand.value(item);
    return value == null
        ? null
        : switch (value) {
          case AttributeValue.S string -> number(string.value().length());
          case AttributeValue.B binary -> number(binary.value().size());
          case AttributeValue.SS strings -> number(strings.values().size());
          case AttributeValue.NS numbers -> number(numbers.values().size());
          case AttributeValue.BS binaries -> number(binaries.values().size());
          case AttributeValue.L list -> number(list.values().size());
          case AttributeValue.M map -> number(map.values().size());
          case AttributeValue.N number -> null;
          case AttributeValue.BOOL truth -> null;
          case AttributeValue.NULL nothing -> null;
        };
  }

  private static AttributeValue number(int size) {
    return new AttributeValue.N(Decimal.of(size));
  }

  @Override
  public AttributeValue.Type type() {
    return AttributeValue.Type.N;
  }
}
