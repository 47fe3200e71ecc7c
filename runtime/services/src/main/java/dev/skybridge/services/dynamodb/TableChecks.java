package dev.skybridge.services.dynamodb;

import dev.skybridge.services.AwsException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What AWS checks of a table's own description. */
final class TableChecks {
  private TableChecks() {}

  static void check(Table table) {
    if (!table.name().matches("[a-zA-Z0-9_.-]{3,255}")) {
      throw invalid("Invalid table name: " + table.name());
    }
    Set<String> used = new TreeSet<>();
    Stream.concat(
            Stream.of(table.key()),
            Stream.concat(table.global().stream(), table.local().stream()).map(Table.Index::key))
        .forEach(key -> {
          used.add(key.hash());
          key.range().ifPresent(used::add);
        });
    Set<String> undefined = new TreeSet<>(used);
    undefined.removeAll(table.attributes().keySet());
    if (!undefined.isEmpty()) {
      throw invalid(
          "One or more parameter values were invalid: Some index key attributes are not defined in"
              + " AttributeDefinitions. Keys: "
              + undefined
              + ", AttributeDefinitions: "
              + table.attributes().keySet());
    }
    if (!used.containsAll(table.attributes().keySet())) {
      throw invalid(
          "One or more parameter values were invalid: Number of attributes in KeySchema does not"
              + " exactly match number of attributes defined in AttributeDefinitions");
    }
  }

  private static AwsException invalid(String message) {
    return new AwsException("ValidationException", 400, message);
  }
}
