package dev.skybridge.dynamodb.differential;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Key conditions, most of which fit the key. */
final class KeyConditions {
  private KeyConditions() {}

  static String of(Values values, Schema schema, Schema.Index index, Expressions expressions) {
    List<String> tests = new ArrayList<>();
    for (String name : index.hash()) {
      tests.add(equal(values, schema, name, expressions));
    }
    for (String name : index.range()) {
      if (values.chance(60)) {
        tests.add(sort(values, schema, name, expressions));
      }
    }
    if (values.mistake(3)) {
      tests.add(expressions.condition());
    }
    if (values.mistake(3)) {
      tests.removeFirst();
      tests.add("h <> " + expressions.value(values.any()));
    }
    if (values.chance(20)) {
      Collections.reverse(tests);
    }
    return String.join(" AND ", tests);
  }

  private static String equal(Values values, Schema schema, String name, Expressions expressions) {
    return expressions.name(name) + " = " + value(values, schema, name, expressions);
  }

  private static String sort(Values values, Schema schema, String name, Expressions expressions) {
    String attribute = expressions.name(name);
    String value = value(values, schema, name, expressions);
    return switch (values.below(7)) {
      case 0 -> attribute + " = " + value;
      case 1 -> attribute + " < " + value;
      case 2 -> attribute + " <= " + value;
      case 3 -> attribute + " > " + value;
      case 4 -> attribute + " >= " + value;
      case 5 ->
          attribute + " BETWEEN " + value + " AND " + value(values, schema, name, expressions);
      default -> "begins_with(" + attribute + ", " + value + ")";
    };
  }

  private static String value(Values values, Schema schema, String name, Expressions expressions) {
    return expressions.value(values.key(schema.types().getOrDefault(name, "S")));
  }
}
