package dev.skybridge.dynamodb.model;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A value of one of DynamoDB's ten types, named as the API names them. Immutable; two values are
 * equal when DynamoDB's {@code =} holds between them: numbers by value, sets in any order.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html">
 *     AttributeValue</a>
 */
public sealed interface AttributeValue {
  /** The type's name in the API, e.g. {@code SS}. */
  Type type();

  /** A string; may be empty, but not as a key. */
  record S(String value) implements AttributeValue {
    @Override
    public Type type() {
      return Type.S;
    }
  }

  /** A number, exact. */
  record N(Decimal value) implements AttributeValue {
    @Override
    public Type type() {
      return Type.N;
    }
  }

  /** Bytes; may be none, but not as a key. */
  record B(Binary value) implements AttributeValue {
    @Override
    public Type type() {
      return Type.B;
    }
  }

  /** A truth value. */
  record BOOL(boolean value) implements AttributeValue {
    @Override
    public Type type() {
      return Type.BOOL;
    }
  }

  /** The value of an attribute that is known to have none. */
  record NULL() implements AttributeValue {
    @Override
    public Type type() {
      return Type.NULL;
    }
  }

  /** A list; may be empty. */
  record L(List<AttributeValue> values) implements AttributeValue {
    public L {
      values = List.copyOf(values);
    }

    @Override
    public Type type() {
      return Type.L;
    }
  }

  /** A map; may be empty. Its names keep their order. */
  record M(Map<String, AttributeValue> values) implements AttributeValue {
    public M {
      values = Attributes.copy(values);
    }

    @Override
    public Type type() {
      return Type.M;
    }
  }

  /** A set of strings in the order of their UTF-8 bytes; never empty. */
  record SS(List<String> values) implements AttributeValue {
    public SS {
      values = sorted(values, KeyBytes::compareUtf8);
    }

    @Override
    public Type type() {
      return Type.SS;
    }
  }

  /** A set of numbers in ascending order; never empty. */
  record NS(List<Decimal> values) implements AttributeValue {
    public NS {
      values = sorted(values, Comparator.naturalOrder());
    }

    @Override
    public Type type() {
      return Type.NS;
    }
  }

  /** A set of binaries in the order of their unsigned bytes; never empty. */
  record BS(List<Binary> values) implements AttributeValue {
    public BS {
      values = sorted(values, Comparator.naturalOrder());
    }

    @Override
    public Type type() {
      return Type.BS;
    }
  }

  private static <E> List<E> sorted(List<E> values, Comparator<? super E> order) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("set: empty (expected: a member or more)");
    }
    List<E> sorted = values.stream().sorted(order).toList();
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).equals(sorted.get(i - 1))) {
        throw new IllegalArgumentException("set: " + sorted.get(i) + " twice (expected: once)");
      }
    }
    return sorted;
  }

  /** The names of the types in the API. */
  enum Type {
    S,
    N,
    B,
    BOOL,
    NULL,
    L,
    M,
    SS,
    NS,
    BS;

    /** Whether values of the type can be keys: strings, numbers and binaries. */
    public boolean isKey() {
      return this == S || this == N || this == B;
    }
  }
}
