package dev.skybridge.app.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Items as rows for people: a column per attribute, the key's first. */
public final class TableText {
  /** A cell longer than this, in characters, ends in an ellipsis. */
  private static final int WIDEST = 60;

  private TableText() {}

  /**
   * Rows of equal length; the first one is the head.
   *
   * @param description the answer of DescribeTable
   * @param items in DynamoDB's JSON
   */
  public static List<List<String>> rows(JsonNode description, List<JsonNode> items) {
    Set<String> columns = new LinkedHashSet<>();
    description
        .path("Table")
        .path("KeySchema")
        .forEach(key -> columns.add(key.path("AttributeName").asText()));
    Set<String> others = new TreeSet<>();
    items.forEach(item -> item.fieldNames().forEachRemaining(others::add));
    columns.addAll(others);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.copyOf(columns));
    for (JsonNode item : items) {
      rows.add(columns.stream().map(column -> shortened(text(item.path(column)))).toList());
    }
    return rows;
  }

  /** A value without its type where that is plain to see; empty for an attribute not there. */
  static String text(JsonNode value) {
    if (!value.isObject() || value.isEmpty()) {
      return "";
    }
    var only = value.properties().iterator().next();
    JsonNode content = only.getValue();
    return switch (only.getKey()) {
      case "S", "N", "BOOL" -> content.asText().replaceAll("\\p{Cntrl}", " ");
      case "NULL" -> "null";
      case "L" -> joined(content, "[", "]");
      case "M" -> {
        List<String> fields = new ArrayList<>();
        content
            .properties()
            .forEach(field -> fields.add(field.getKey() + ": " + text(field.getValue())));
        yield "{" + String.join(", ", fields) + "}";
      }
      case "SS", "NS", "BS" -> content.toString();
      default -> "b64:" + content.asText();
    };
  }

  private static String joined(JsonNode list, String open, String close) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(text(element)));
    return open + String.join(", ", texts) + close;
  }

  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= WIDEST) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, WIDEST - 1)) + "…";
  }
}
