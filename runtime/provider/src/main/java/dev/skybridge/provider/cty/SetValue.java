package dev.skybridge.provider.cty;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set: equal to another with the same elements in any order. */
public final class SetValue implements Value {
  /** The set without elements. */
  public static final SetValue EMPTY = new SetValue(List.of());

  private final List<Value> elements;

  public SetValue(Collection<? extends Value> elements) {
    this.elements = List.copyOf(new LinkedHashSet<>(elements));
  }

  /** The elements, each once, in the order in which they came. */
  public List<Value> elements() {
    return elements;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SetValue set
        && elements.size() == set.elements.size()
        && Set.copyOf(elements).equals(Set.copyOf(set.elements));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(elements).hashCode();
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
