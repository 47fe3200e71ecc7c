package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;

/** Reads a Condition element. */
final class ConditionReader {
  private final Dialect dialect;
  private final boolean variables;
  private final Names actions;

  /**
   * @param actions those of the statement: some keys have values for one service's actions only
   */
  ConditionReader(Dialect dialect, boolean variables, Names actions) {
    this.dialect = dialect;
    this.variables = variables;
    this.actions = actions;
  }

  List<Condition> read(Json json) {
    List<Condition> conditions = new ArrayList<>();
    for (Json.Member block : members(json, "Condition")) {
      Operator operator = operator(block);
      for (Json.Member pair : members(block.value(), block.name())) {
        checkKey(pair.name(), pair.position());
        List<String> values = values(operator, pair);
        conditions.add(new Condition(operator, pair.name(), values, pair.position()));
      }
    }
    return conditions;
  }

  private static List<Json.Member> members(Json json, String name) {
    if (json instanceof Json.Members object) {
      return object.members();
    }
    throw new MalformedPolicyException(
        "Syntax errors in policy: " + name + " is " + json.kind() + " (expected: an object)",
        json.position());
  }

  private static Operator operator(Json.Member block) {
    return Operator.parse(block.name())
        .orElseThrow(() ->
            new MalformedPolicyException(
                "Invalid Condition type : "
                    + block.name()
                    + NearName.hint(block.name(), Comparison.names()),
                block.position()));
  }

  private void checkKey(String key, Position position) {
    if (!key.contains(":")) {
      throw new MalformedPolicyException(
          "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.: " + key,
          position);
    }
    if (ConditionKeys.isAmong(key, dialect.moreKeys())) {
      return;
    }
    ConditionKeys.elsewhere(key, actions)
        .ifPresent(service -> {
          throw new MalformedPolicyException(
              "Condition key "
                  + key
                  + " is evaluated here in statements about "
                  + service
                  + " actions only (Action is "
                  + actions
                  + ")",
              position);
        });
    if (!ConditionKeys.isProduced(key)) {
      throw new MalformedPolicyException(
          "Condition key "
              + key
              + " is not evaluated here: no service of this system produces it"
              + NearName.hint(key, ConditionKeys.names(dialect.moreKeys())),
          position);
    }
  }

  private List<String> values(Operator operator, Json.Member pair) {
    Json value = pair.value();
    List<Json> items = value instanceof Json.Items several ? several.items() : List.of(value);
    List<String> values = new ArrayList<>();
    for (Json item : items) {
      String text =
          switch (item) {
            case Json.Text string -> string.value();
            case Json.Scalar scalar -> scalar.text();
            case Json.Nothing _, Json.Items _, Json.Members _ ->
                throw new MalformedPolicyException(
                    "Syntax errors in policy: the value of "
                        + pair.name()
                        + " is "
                        + item.kind()
                        + " (expected: a string or a list of strings)",
                    item.position());
          };
      check(operator, pair.name(), new Json.Text(text, item.position()));
      values.add(text);
    }
    return values;
  }

  private void check(Operator operator, String key, Json.Text value) {
    boolean variable = operator.comparison().takesVariables() && checkVariables(value);
    if (!variable && !operator.comparison().accepts(value.value())) {
      throw new MalformedPolicyException(
          "Invalid value for "
              + operator
              + " "
              + key
              + ": "
              + value.value()
              + " (expected: "
              + operator.comparison().wanted()
              + ")",
          value.position());
    }
  }

  /** Whether the value has variables; all must be known. */
  boolean checkVariables(Json.Text value) {
    if (!variables || !value.value().contains("${")) {
      return false;
    }
    try {
      Template.of(value.value()).keys().forEach(key -> checkKey(key, value.position()));
      return true;
    } catch (IllegalArgumentException e) {
      throw new MalformedPolicyException(
          "Syntax errors in policy: " + e.getMessage(), value.position());
    }
  }
}
