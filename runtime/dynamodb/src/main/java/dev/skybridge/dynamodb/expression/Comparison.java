package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.KeyBytes;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** {@code left = right} and its kind: values of different types are unequal and have no order. */
record Comparison(Operand left, Comparator comparator, Operand right)
    implements Condition.OfOperands {
  @Override
  public boolean holds(Item item) {
    AttributeValue one = left.value(item);
    AttributeValue other = right.value(item);
    return switch (comparator) {
      case EQUAL -> one != null && one.equals(other);
      case NOT_EQUAL -> one == null || !one.equals(other);
      case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> {
        OptionalInt order = order(one, other);
        yield order.isPresent() && comparator.holds(order.getAsInt());
      }
    };
  }

  /** The order of two strings, numbers or binaries; empty for all other pairs. */
  static OptionalInt order(@Nullable AttributeValue one, @Nullable AttributeValue other) {
    if (one instanceof AttributeValue.S(String a) && other instanceof AttributeValue.S(String b)) {
      return OptionalInt.of(KeyBytes.compareUtf8(a, b));
    }
    if (one instanceof AttributeValue.N a && other instanceof AttributeValue.N b) {
      return OptionalInt.of(a.value().compareTo(b.value()));
    }
    if (one instanceof AttributeValue.B a && other instanceof AttributeValue.B b) {
      return OptionalInt.of(a.value().compareTo(b.value()));
    }
    return OptionalInt.empty();
  }

  /** The same with its operands exchanged. */
  Comparison exchanged() {
    return new Comparison(/* left= */ right, comparator.exchanged(), /* right= */ left);
  }

  @Override
  public List<Operand> operands() {
    return List.of(left, right);
  }

  @Override
  public String operator() {
    return comparator.text;
  }
}
