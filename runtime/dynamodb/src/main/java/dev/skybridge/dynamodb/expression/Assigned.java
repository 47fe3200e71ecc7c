package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Decimal;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The right side of a SET. */
sealed interface Assigned {
  /**
   * Its value for the item as it is before the update.
   *
   * @throws ValidationException when an attribute is missing or of a wrong type
   */
  AttributeValue value(Item before);

  /** Operators in it. */
  default int operators() {
    return 0;
  }

  /** The type it has for every item; null when that depends on the item. */
  default AttributeValue.@Nullable Type type() {
    return null;
  }

  /** The paths in it, in order. */
  default List<DocumentPath> paths() {
    return switch (this) {
      case At at -> List.of(at.path());
      case Literal literal -> List.of();
      case IfNotExists test -> joined(List.of(test.path()), test.otherwise().paths());
      case ListAppend lists -> joined(lists.first().paths(), lists.second().paths());
      case Sum sum -> joined(sum.left().paths(), sum.right().paths());
    };
  }

  /** Bytes of the values of the request in it. */
  default long bytes() {
    return switch (this) {
      case At at -> 0;
      case Literal literal -> ItemSize.of(literal.value());
      case IfNotExists test -> test.otherwise().bytes();
      case ListAppend lists -> lists.first().bytes() + lists.second().bytes();
      case Sum sum -> sum.left().bytes() + sum.right().bytes();
    };
  }

  private static List<DocumentPath> joined(List<DocumentPath> one, List<DocumentPath> other) {
    List<DocumentPath> paths = new ArrayList<>(one);
    paths.addAll(other);
    return paths;
  }

  /** A copy of what stands at a path. */
  record At(DocumentPath path) implements Assigned {
    @Override
    public AttributeValue value(Item before) {
      AttributeValue value = path.in(before);
      if (value == null) {
        throw new ValidationException(
            "The provided expression refers to an attribute that does not exist in the item");
      }
      return value;
    }
  }

  /** A value of the request. */
  record Literal(AttributeValue value) implements Assigned {
    @Override
    public AttributeValue value(Item before) {
      return value;
    }

    @Override
    public AttributeValue.Type type() {
      return value.type();
    }
  }

  /** {@code if_not_exists(path, otherwise)}. */
  record IfNotExists(DocumentPath path, Assigned otherwise) implements Assigned {
    static final String NAME = "if_not_exists";

    @Override
    public AttributeValue value(Item before) {
      AttributeValue value = path.in(before);
      return value == null ? otherwise.value(before) : value;
    }

    @Override
    public int operators() {
      return 1 + otherwise.operators();
    }
  }

  /** {@code list_append(first, second)}: the elements of both. */
  record ListAppend(Assigned first, Assigned second) implements Assigned {
    static final String NAME = "list_append";

    @Override
    public AttributeValue value(Item before) {
      List<AttributeValue> elements = new ArrayList<>(list(first.value(before)));
      elements.addAll(list(second.value(before)));
      return new AttributeValue.L(elements);
    }

    private static List<AttributeValue> list(AttributeValue value) {
      if (value instanceof AttributeValue.L list) {
        return list.values();
      }
      throw wrongType();
    }

    @Override
    public int operators() {
      return 1 + first.operators() + second.operators();
    }
  }

  /** A sum or difference of numbers. */
  record Sum(Assigned left, Node.Arithmetic.Sign sign, Assigned right) implements Assigned {
    @Override
    public AttributeValue value(Item before) {
      Decimal one = number(left.value(before));
      Decimal other = number(right.value(before));
      return new AttributeValue.N(
          switch (sign) {
            case PLUS -> one.plus(other);
            case MINUS -> one.minus(other);
          });
    }

    private static Decimal number(AttributeValue value) {
      if (value instanceof AttributeValue.N(Decimal number)) {
        return number;
      }
      throw wrongType();
    }

    @Override
    public int operators() {
      return 1 + left.operators() + right.operators();
    }
  }

  static ValidationException wrongType() {
    return new ValidationException(
        "An operand in the update expression has an incorrect data type");
  }
}
