package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in an item: an attribute, then elements of maps and lists.
 *
 * @param steps the first is the attribute's name
 */
public record DocumentPath(List<Step> steps) {
  /** A step into a map or a list. */
  public sealed interface Step {
    /** An attribute or a map's element. */
    record Name(String name) implements Step {
      @Override
      public String toString() {
        return name;
      }
    }

    /** A list's element, from 0. */
    record Index(int index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }
  }

  public DocumentPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty() || !(steps.getFirst() instanceof Step.Name)) {
      throw new IllegalArgumentException("path: " + steps + " (expected: a name first)");
    }
  }

  /** The name of the attribute that it is, or is in. */
  public String attribute() {
    return steps.getFirst().toString();
  }

  /** Whether it leads into an attribute. */
  public boolean isNested() {
    return steps.size() > 1;
  }

  /** What is there; null when nothing is. */
  @Nullable AttributeValue in(Item item) {
    AttributeValue value = item.attribute(attribute());
    for (Step step : steps.subList(1, steps.size())) {
      if (value == null) {
        return null;
      }
      value = element(value, step);
    }
    return value;
  }

  private static @Nullable AttributeValue element(AttributeValue value, Step step) {
    return switch (step) {
      case Step.Name(String name) ->
          value instanceof AttributeValue.M map ? map.values().get(name) : null;
      case Step.Index(int index) ->
          value instanceof AttributeValue.L list && index < list.values().size()
              ? list.values().get(index)
              : null;
    };
  }

  /** As DynamoDB's errors write it, e.g. {@code [a, [0], b]}. */
  @Override
  public String toString() {
    return steps.toString();
  }
}
