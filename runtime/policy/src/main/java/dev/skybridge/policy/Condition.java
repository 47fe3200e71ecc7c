package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One condition of a statement: an operator, a key, and the values of which one must fit.
 *
 * @param operator e.g. {@code StringEquals} or {@code ForAnyValue:StringLikeIfExists}
 * @param key e.g. {@code aws:SourceVpce}
 * @param values one or more, as written
 * @param position where its key stands in the text
 */
public record Condition(Operator operator, String key, List<String> values, Position position) {
  public Condition {
    requireNonNull(operator);
    requireNonNull(key);
    requireNonNull(position);
    values = List.copyOf(values);
  }

  @Override
  public String toString() {
    String list = values.size() == 1 ? values.getFirst() : "one of " + String.join(", ", values);
    return operator + " " + key + " " + list;
  }
}
