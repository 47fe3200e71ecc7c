package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;

/** {@code contains(operand, part)}: a part of a string or binary, an element of a set or list. */
record Contains(Operand operand, Operand part) implements Condition.OfOperands {
  static final String NAME = "contains";

  @Override
  public boolean holds(Item item) {
    AttributeValue value = operand.value(item);
    AttributeValue sought = part.value(item);
    if (value == null || sought == null) {
      return false;
    }
    return switch (value) {
      case AttributeValue.S string ->
          sought instanceof AttributeValue.S other && string.value().contains(other.value());
      case AttributeValue.B binary ->
          sought instanceof AttributeValue.B other && binary.value().contains(other.value());
      case AttributeValue.SS strings ->
          sought instanceof AttributeValue.S other && strings.values().contains(other.value());
      case AttributeValue.NS numbers ->
          sought instanceof AttributeValue.N other && numbers.values().contains(other.value());
      case AttributeValue.BS binaries ->
          sought instanceof AttributeValue.B other && binaries.values().contains(other.value());
      case AttributeValue.L list -> list.values().contains(sought);
      case AttributeValue.M map -> false;
      case AttributeValue.N number -> false;
      case AttributeValue.BOOL truth -> false;
      case AttributeValue.NULL nothing -> false;
    };
  }

  @Override
  public List<Operand> operands() {
    return List.of(operand, part);
  }

  @Override
  public String operator() {
    return NAME;
  }
}
