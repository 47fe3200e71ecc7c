package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.NearMiss;
import java.util.List;

/**
 * A condition beside what a request has.
 *
 * @param condition as the policy has it
 * @param expected its values, variables replaced by what they stand for in this request
 * @param actual the request's values; none if it has not got the key
 */
public record ConditionFact(Condition condition, List<String> expected, List<String> actual) {
  public ConditionFact {
    requireNonNull(condition);
    expected = List.copyOf(expected);
    actual = List.copyOf(actual);
  }

  /** For people: {@code aws:SourceVpce is vpce-9 (expected: StringEquals vpce-1)}. */
  public String text() {
    return condition.key() + " is " + found() + " (expected: " + wanted() + ")";
  }

  /** The request's values as text, or {@code absent}. */
  public String found() {
    return actual.isEmpty() ? NearMiss.ABSENT : String.join(", ", actual);
  }

  /** Operator and values as text: {@code StringEquals one of vpce-1, vpce-2}. */
  public String wanted() {
    String values =
        expected.size() == 1 ? expected.getFirst() : "one of " + String.join(", ", expected);
    return condition.operator() + " " + values;
  }
}
