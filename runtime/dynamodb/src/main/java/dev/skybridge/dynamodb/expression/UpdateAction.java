package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an update does at one path. */
sealed interface UpdateAction {
  /**
   * What stands there afterwards; null for nothing.
   *
   * @param before the whole item before the update
   * @param old what stands there; null when nothing does
   */
  @Nullable AttributeValue apply(Item before, @Nullable AttributeValue old);

  /** The paths that its value is taken from. */
  default List<DocumentPath> operands() {
    return List.of();
  }

  /** Operators in it. */
  default int operators() {
    return 0;
  }

  /** {@code SET path = value}. */
  record Set(Assigned value) implements UpdateAction {
    @Override
    public AttributeValue apply(Item before, @Nullable AttributeValue old) {
      return value.value(before);
    }

    @Override
    public List<DocumentPath> operands() {
      return value.paths();
    }

    @Override
    public int operators() {
      return value.operators();
    }
  }

  /** {@code REMOVE path}. */
  record Remove() implements UpdateAction {
    @Override
    public @Nullable AttributeValue apply(Item before, @Nullable AttributeValue old) {
      return null;
    }
  }

  /** {@code ADD path value}: a sum of numbers, a union of sets. */
  record Add(AttributeValue value) implements UpdateAction {
    @Override
    public AttributeValue apply(Item before, @Nullable AttributeValue old) {
      if (old == null) {
        return value;
      }
      if (old instanceof AttributeValue.N one && value instanceof AttributeValue.N other) {
        return new AttributeValue.N(one.value().plus(other.value()));
      }
      AttributeValue union = SetAlgebra.union(old, value);
      if (union == null) {
        throw Assigned.wrongType();
      }
      return union;
    }
  }

  /** {@code DELETE path value}: a set without the members of another; no set when none is left. */
  record Delete(AttributeValue value) implements UpdateAction {
    @Override
    public @Nullable AttributeValue apply(Item before, @Nullable AttributeValue old) {
      if (old == null) {
        return null;
      }
      if (old.type() != value.type()) {
        throw Assigned.wrongType();
      }
      return SetAlgebra.difference(old, value);
    }
  }
}
