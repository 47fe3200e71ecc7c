package dev.skybridge.dynamodb.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Expressions from the grammar, with their placeholders. Each is right but for one mistake of its
 * request at most: of several, either side may report another one.
 */
final class Expressions {
  private static final List<String> COMPARATORS = List.of("=", "<>", "<", "<=", ">", ">=");
  private static final List<String> TYPES =
      List.of("S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS");
  private static final List<String> MISTAKES =
      List.of(
          "(",
          ")",
          "=",
          " AND",
          ",",
          " foo(a)",
          " :none",
          " #none",
          "$",
          ".",
          " name",
          "[",
          " size(a)",
          " NOT",
          " SET a = b",
          " attribute_exists(a)");

  private final Values values;
  private final List<String> plain;
  private final List<String> keys;
  private final ObjectNode names = Values.object();
  private final ObjectNode placeholders = Values.object();

  /**
   * @param plain attributes that may be of any type
   * @param keys attributes that are keys, so that no path leads into them
   */
  Expressions(Values values, List<String> plain, List<String> keys) {
    this.values = values;
    this.plain = plain;
    this.keys = keys;
  }

  /** Puts the placeholders that are used into the request. */
  void into(ObjectNode request) {
    if (values.mistake(1)) {
      names.put("#unused", "unused");
    }
    String texts = "";
    for (JsonNode text : request) {
      texts += text.isTextual() ? text.textValue() + " " : "";
    }
    String all = texts;
    // A path that was made and not taken leaves its placeholders behind.
    List<String> left =
        names.properties().stream()
            .map(Map.Entry::getKey)
            .filter(name -> !name.equals("#unused") && !all.matches("(?s).*" + name + "\\b.*"))
            .toList();
    names.remove(left);
    if (!names.isEmpty()) {
      request.set("ExpressionAttributeNames", names);
    }
    if (!placeholders.isEmpty()) {
      request.set("ExpressionAttributeValues", placeholders);
    }
  }

  String condition() {
    return spoiled(condition(0));
  }

  private String spoiled(String expression) {
    if (!values.mistake(4)) {
      return expression;
    }
    int at = values.below(expression.length() + 1);
    return expression.substring(0, at) + values.pick(MISTAKES) + expression.substring(at);
  }

  private String condition(int level) {
    String path = path();
    int kind = values.below(level < 2 ? 18 : 14);
    return switch (kind) {
      case 0, 1, 2 -> path + " " + values.pick(COMPARATORS.subList(0, 2)) + " " + operand(path);
      case 3, 4 -> path + " " + values.pick(COMPARATORS) + " " + ordered(path);
      case 5 -> value(values.any()) + " " + values.pick(COMPARATORS.subList(0, 2)) + " " + path;
      case 6 -> path + " BETWEEN " + bounds(path);
      case 7 -> path + " IN (" + operand(path) + ", " + operand(path) + ")";
      case 8 -> "attribute_exists(" + path + ")";
      case 9 -> "attribute_not_exists(" + path + ")";
      case 10 -> "attribute_type(" + path + ", " + typeName() + ")";
      case 11 -> "begins_with(" + path + ", " + value(values.scalar(prefixType())) + ")";
      case 12 -> "size(" + path + ") " + values.pick(COMPARATORS) + " " + number(values.below(4));
      case 13 -> "contains(" + path + ", " + operand(path) + ")";
      case 14, 15 -> condition(level + 1) + " AND " + condition(level + 1);
      case 16 -> "(" + condition(level + 1) + ") OR " + condition(level + 1);
      default -> "NOT " + condition(level + 1);
    };
  }

  private String prefixType() {
    return values.mistake(3) ? "N" : values.chance(70) ? "S" : "B";
  }

  private String typeName() {
    return value(Values.object().put("S", values.mistake(3) ? "X" : values.pick(TYPES)));
  }

  private String number(int number) {
    return value(Values.object().put("N", Integer.toString(number)));
  }

  private String operand(String first) {
    return switch (values.below(6)) {
      case 0, 1 -> other(first);
      case 2 -> "size(" + path() + ")";
      default -> value(values.any());
    };
  }

  private String ordered(String first) {
    return switch (values.below(5)) {
      case 0, 1 -> other(first);
      case 2 -> "size(" + path() + ")";
      default ->
          value(values.mistake(3) ? values.any() : values.scalar(values.pick(TYPES.subList(0, 3))));
    };
  }

  private String bounds(String first) {
    if (values.mistake(3)) {
      return value(values.any()) + " AND " + value(values.any());
    }
    int low = values.below(100) - 50;
    return values.chance(30)
        ? other(first) + " AND " + ordered(first)
        : number(low) + " AND " + number(low + values.below(100));
  }

  /** Another path than the first operand; a value where there is only one attribute. */
  private String other(String first) {
    for (int attempt = 0; attempt < 10; attempt++) {
      String path = path();
      if (!path.replace("#", "").equals(first.replace("#", ""))) {
        return path;
      }
    }
    return value(values.scalar("N"));
  }

  /** A new placeholder for a value. */
  String value(ObjectNode value) {
    String placeholder = ":v" + placeholders.size();
    placeholders.set(placeholder, values.mistake(1) ? values.wrong() : value);
    return placeholder;
  }

  /** An attribute by its name or by a placeholder. */
  String name(String attribute) {
    if (values.chance(70)) {
      return attribute;
    }
    String placeholder = "#" + attribute;
    names.put(placeholder, attribute);
    return placeholder;
  }

  private String path() {
    if (!keys.isEmpty() && values.chance(15)) {
      return name(values.pick(keys)) + (values.mistake(5) ? ".x" : "");
    }
    String attribute = values.pick(plain);
    return name(attribute) + (keys.contains(attribute) ? "" : steps());
  }

  private String steps() {
    StringBuilder steps = new StringBuilder();
    while (values.chance(25)) {
      steps.append(
          values.chance(50) ? "[" + values.below(4) + "]" : "." + name(values.pick(Names.NESTED)));
    }
    return steps.toString();
  }

  String projection() {
    List<String> attributes = new ArrayList<>(plain);
    keys.stream().filter(key -> !plain.contains(key)).forEach(attributes::add);
    Collections.shuffle(attributes, values.random());
    List<String> paths = new ArrayList<>();
    for (String attribute :
        attributes.subList(0, Math.min(attributes.size(), 1 + values.below(3)))) {
      paths.add(name(attribute) + (keys.contains(attribute) ? "" : steps()));
    }
    if (values.mistake(3)) {
      paths.add(paths.getFirst() + ".x");
    }
    return spoiled(String.join(", ", paths));
  }

  String update() {
    List<String> attributes = new ArrayList<>(plain);
    Collections.shuffle(attributes, values.random());
    Supplier<String> target =
        () -> {
          if (attributes.size() < 2) {
            // Those that are left are not enough: one that no item has yet.
            attributes.addFirst("extra" + values.below(1_000_000));
          }
          String attribute = values.mistake(1) ? attributes.getFirst() : attributes.removeFirst();
          return name(attribute) + (values.chance(25) ? steps() : "");
        };
    List<String> sections = new ArrayList<>();
    if (values.chance(75)) {
      sections.add("SET " + repeated(() -> target.get() + " = " + assigned()));
    }
    if (values.chance(25)) {
      sections.add("REMOVE " + repeated(target));
    }
    if (values.chance(25)) {
      sections.add("ADD " + repeated(() -> target.get() + " " + value(added())));
    }
    if (sections.isEmpty() || values.chance(15)) {
      sections.add("DELETE " + target.get() + " " + value(set()));
    }
    if (values.mistake(2)) {
      sections.add("REMOVE " + values.pick(keys));
    }
    return spoiled(String.join(" ", sections));
  }

  /** The clause once or twice: attributes are not to run out. */
  private String repeated(Supplier<String> clause) {
    return values.chance(30) ? clause.get() + ", " + clause.get() : clause.get();
  }

  private ObjectNode added() {
    return values.chance(60) ? values.scalar("N") : values.mistake(5) ? values.any() : set();
  }

  private ObjectNode set() {
    return values.set(values.pick(List.of("SS", "NS", "BS")));
  }

  private String assigned() {
    return switch (values.below(12)) {
      case 0 -> path() + " + " + value(values.scalar("N"));
      case 1 -> value(values.scalar("N")) + " - " + path();
      case 2 -> "if_not_exists(" + path() + ", " + value(values.any()) + ")";
      case 3 ->
          "if_not_exists("
              + path()
              + ", "
              + value(values.scalar("N"))
              + ") + "
              + value(values.scalar("N"));
      case 4 -> "list_append(" + path() + ", " + value(list()) + ")";
      case 5 ->
          "list_append(if_not_exists("
              + path()
              + ", "
              + value(list())
              + "), "
              + value(list())
              + ")";
      case 6 -> path();
      default -> value(values.any());
    };
  }

  private ObjectNode list() {
    ObjectNode value = Values.object();
    value.putArray("L").add(values.any());
    return value;
  }
}
