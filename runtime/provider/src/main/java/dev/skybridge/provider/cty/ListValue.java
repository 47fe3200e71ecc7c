package dev.skybridge.provider.cty;

import java.util.List;

/** A list (or tuple): ordered. */
public record ListValue(List<Value> elements) implements Value {
  /** The list without elements. */
  public static final ListValue EMPTY = new ListValue(List.of());

  public ListValue {
    elements = List.copyOf(elements);
  }

  @Override
  public String toString() {
    return elements.toString();
  }
}
