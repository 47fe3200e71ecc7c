package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;

/** {@code begins_with(operand, prefix)}: strings or binaries. */
record BeginsWith(Operand operand, Operand prefix) implements Condition.OfOperands {
  static final String NAME = "begins_with";

  @Override
  public boolean holds(Item item) {
    AttributeValue value = operand.value(item);
    AttributeValue begin = prefix.value(item);
    if (value instanceof AttributeValue.S(String text)
        && begin instanceof AttributeValue.S(String other)) {
      return text.startsWith(other);
    }
    return value instanceof AttributeValue.B bytes
        && begin instanceof AttributeValue.B other
        && bytes.value().startsWith(other.value());
  }

  @Override
  public List<Operand> operands() {
    return List.of(operand, prefix);
  }

  @Override
  public String operator() {
    return NAME;
  }
}
