package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a condition compares. */
sealed interface Operand permits Operand.At, Operand.Literal, Size {
  /** Its value for an item; null when it has none. */
  @Nullable AttributeValue value(Item item);

  /** The type it has for every item; null when that depends on the item. */
  AttributeValue.@Nullable Type type();

  /** What stands at a path. */
  record At(DocumentPath path) implements Operand {
    @Override
    public @Nullable AttributeValue value(Item item) {
      return path.in(item);
    }

    @Override
    public AttributeValue.@Nullable Type type() {
      return null;
    }
  }

  /** A value of the request. */
  record Literal(AttributeValue value) implements Operand {
    @Override
    public AttributeValue value(Item item) {
      return value;
    }

    @Override
    public AttributeValue.Type type() {
      return value.type();
    }
  }

  /** The paths in operands, in order. */
  static List<DocumentPath> paths(List<Operand> operands) {
    return operands.stream().flatMap(operand -> operand.paths().stream()).toList();
  }

  /** The paths in it, in order. */
  default List<DocumentPath> paths() {
    return switch (this) {
      case At at -> List.of(at.path());
      case Literal literal -> List.of();
      case Size size -> size.operand().paths();
    };
  }
}
