package dev.skybridge.policy;

import java.util.List;

/**
 * An element of a statement that did not fit a request.
 *
 * @param weight how far off it is: a failed condition is nearer than a wrong action
 * @param element the element, or the condition's key
 * @param found what the request has there
 * @param expected what the statement has there
 */
record Failure(int weight, String element, String found, String expected) {
  static Failure action(AccessRequest request, Names expected) {
    return new Failure(100, "Action", request.action(), expected.toString());
  }

  static Failure resource(AccessRequest request, Names expected) {
    return new Failure(11, "Resource", request.resource(), expected.toString());
  }

  static Failure principal(AccessRequest request, Object expected) {
    return new Failure(10, "Principal", request.principal().name(), expected.toString());
  }

  static Failure condition(Condition condition, Context facts) {
    List<String> actual = facts.values(condition.key());
    String is =
        switch (actual.size()) {
          case 0 -> "absent";
          case 1 -> actual.getFirst();
          default -> String.join(", ", actual);
        };
    String values =
        condition.values().size() == 1
            ? condition.values().getFirst()
            : "one of " + String.join(", ", condition.values());
    return new Failure(1, condition.key(), is, condition.operator() + " " + values);
  }

  /** For people: {@code aws:SourceVpce is vpce-1 (expected: StringEquals vpce-2)}. */
  String text() {
    return element + " is " + found + " (expected: " + expected + ")";
  }
}
