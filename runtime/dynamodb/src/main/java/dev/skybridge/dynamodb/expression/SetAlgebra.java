package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Unions and differences of DynamoDB's sets. */
final class SetAlgebra {
  private SetAlgebra() {}

  /** Null unless both are sets of one type. */
  static @Nullable AttributeValue union(AttributeValue one, AttributeValue other) {
    if (one instanceof AttributeValue.SS a && other instanceof AttributeValue.SS b) {
      return new AttributeValue.SS(union(a.values(), b.values()));
    }
    if (one instanceof AttributeValue.NS a && other instanceof AttributeValue.NS b) {
      return new AttributeValue.NS(union(a.values(), b.values()));
    }
    if (one instanceof AttributeValue.BS a && other instanceof AttributeValue.BS b) {
      return new AttributeValue.BS(union(a.values(), b.values()));
    }
    return null;
  }

  /** Null when nothing is left, or unless both are sets of one type. */
  static @Nullable AttributeValue difference(AttributeValue one, AttributeValue other) {
    if (one instanceof AttributeValue.SS a && other instanceof AttributeValue.SS b) {
      List<String> left = difference(a.values(), b.values());
      return left.isEmpty() ? null : new AttributeValue.SS(left);
    }
    if (one instanceof AttributeValue.NS a && other instanceof AttributeValue.NS b) {
      var left = difference(a.values(), b.values());
      return left.isEmpty() ? null : new AttributeValue.NS(left);
    }
    if (one instanceof AttributeValue.BS a && other instanceof AttributeValue.BS b) {
      var left = difference(a.values(), b.values());
      return left.isEmpty() ? null : new AttributeValue.BS(left);
    }
    return null;
  }

  private static <E> List<E> union(List<E> one, List<E> other) {
    Set<E> members = new LinkedHashSet<>(one);
    members.addAll(other);
    return List.copyOf(members);
  }

  private static <E> List<E> difference(List<E> one, List<E> other) {
    Set<E> removed = new HashSet<>(other);
    return one.stream().filter(member -> !removed.contains(member)).toList();
  }
}
