package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;
import java.util.OptionalInt;

/** {@code operand BETWEEN low AND high}, both included. */
record Between(Operand operand, Operand low, Operand high) implements Condition.OfOperands {
  @Override
  public boolean holds(Item item) {
    AttributeValue value = operand.value(item);
    OptionalInt toLow = Comparison.order(value, low.value(item));
    OptionalInt toHigh = Comparison.order(value, high.value(item));
    return toLow.isPresent()
        && toHigh.isPresent()
        && toLow.getAsInt() >= 0
        && toHigh.getAsInt() <= 0;
  }

  @Override
  public List<Operand> operands() {
    return List.of(operand, low, high);
  }

  @Override
  public String operator() {
    return "BETWEEN";
  }
}
