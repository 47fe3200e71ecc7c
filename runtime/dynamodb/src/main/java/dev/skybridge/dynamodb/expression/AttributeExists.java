package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.Item;
import java.util.List;

/** {@code attribute_exists(path)} or {@code attribute_not_exists(path)}. */
record AttributeExists(Operand.At path, boolean wanted) implements Condition.OfOperands {
  static final String EXISTS = "attribute_exists";
  static final String NOT_EXISTS = "attribute_not_exists";

  @Override
  public boolean holds(Item item) {
    return (path.value(item) != null) == wanted;
  }

  @Override
  public List<Operand> operands() {
    return List.of(path);
  }

  @Override
  public String operator() {
    return wanted ? EXISTS : NOT_EXISTS;
  }
}
