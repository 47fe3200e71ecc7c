package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;

/** {@code attribute_type(operand, type)}. */
record AttributeType(Operand operand, AttributeValue.Type wanted) implements Condition.OfOperands {
  static final String NAME = "attribute_type";

  @Override
  public boolean holds(Item item) {
    AttributeValue value = operand.value(item);
    return value != null && value.type() == wanted;
  }

  @Override
  public List<Operand> operands() {
    return List.of(operand);
  }

  @Override
  public String operator() {
    return NAME;
  }
}
