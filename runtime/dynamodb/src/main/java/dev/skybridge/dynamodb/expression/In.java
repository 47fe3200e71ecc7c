package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.ArrayList;
import java.util.List;

/** {@code operand IN (candidates)}: equal to one of them. */
record In(Operand operand, List<Operand> candidates) implements Condition.OfOperands {
  In {
    candidates = List.copyOf(candidates);
  }

  @Override
  public boolean holds(Item item) {
    AttributeValue value = operand.value(item);
    return value != null
        && candidates.stream().anyMatch(candidate -> value.equals(candidate.value(item)));
  }

  @Override
  public List<Operand> operands() {
    List<Operand> operands = new ArrayList<>(List.of(operand));
    operands.addAll(candidates);
    return operands;
  }

  @Override
  public String operator() {
    return "IN";
  }
}
