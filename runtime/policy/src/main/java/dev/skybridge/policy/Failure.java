package dev.skybridge.policy;

import java.util.List;

/**
 * An element of a statement that did not fit a request.
 *
 * @param weight how far off it is: a failed condition is nearer than a wrong action
 * @param text the element, its actual and its expected value
 */
record Failure(int weight, String text) {
  static Failure action(AccessRequest request, Names expected) {
    return new Failure(100, "Action is " + request.action() + expected(expected));
  }

  static Failure resource(AccessRequest request, Names expected) {
    return new Failure(11, "Resource is " + request.resource() + expected(expected));
  }

  static Failure principal(AccessRequest request, Object expected) {
    return new Failure(10, "Principal is " + request.principal().name() + expected(expected));
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
    return new Failure(
        1, condition.key() + " is " + is + expected(condition.operator() + " " + values));
  }

  private static String expected(Object value) {
    return " (expected: " + value + ")";
  }
}
