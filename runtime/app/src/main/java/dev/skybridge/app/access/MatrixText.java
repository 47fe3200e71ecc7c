package dev.skybridge.app.access;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A matrix as lines for people: a grid where it is small enough, else what each actor reaches. */
public final class MatrixText {
  private static final int WIDEST = 60;

  private MatrixText() {}

  /** The lines of what {@link MatrixJson} made. */
  public static List<String> lines(JsonNode matrix) {
    List<String> lines = new ArrayList<>();
    if (matrix.path("goals").size() <= WIDEST) {
      grid(matrix, lines);
    } else {
      list(matrix, lines);
    }
    lines.add("");
    StringJoiner gates = new StringJoiner(", ", "Refused cells by gate: ", ".");
    matrix
        .path("refusedByGate")
        .properties()
        .forEach(gate -> gates.add(gate.getKey() + " " + gate.getValue().asInt()));
    lines.add("Reached cells: " + matrix.path("reached").size() + ". " + gates);
    return lines;
  }

  private static void grid(JsonNode matrix, List<String> lines) {
    JsonNode goals = matrix.path("goals");
    Map<String, Integer> columns = new HashMap<>();
    for (int g = 0; g < goals.size(); g++) {
      JsonNode goal = goals.get(g);
      String what = goal.path("action").asText() + " " + goal.path("name").asText();
      columns.put(what, g);
      lines.add("%3d  %s".formatted(g + 1, what));
    }
    Map<String, char[]> rows = new HashMap<>();
    for (JsonNode cell : matrix.path("reached")) {
      String what = cell.path("action").asText() + " " + cell.path("to").asText();
      rows.computeIfAbsent(cell.path("from").asText(), _ -> empty(goals.size()))[
              columns.getOrDefault(what, 0)] =
          '+';
    }
    int width = width(matrix);
    lines.add("");
    StringBuilder head = new StringBuilder(" ".repeat(width + 1));
    for (int g = 1; g <= goals.size(); g++) {
      head.append("%3d".formatted(g));
    }
    lines.add(head.toString());
    for (JsonNode actor : matrix.path("actors")) {
      String name = actor.path("name").asText();
      StringBuilder row = new StringBuilder(("%-" + (width + 1) + "s").formatted(name));
      for (char cell : rows.getOrDefault(name, empty(goals.size()))) {
        row.append("  ").append(cell);
      }
      lines.add(row.toString());
    }
    lines.add("");
    lines.add("+ reached, . refused; why: ./skybridge check --from WHO --to WHAT");
  }

  private static char[] empty(int size) {
    char[] row = new char[size];
    java.util.Arrays.fill(row, '.');
    return row;
  }

  private static int width(JsonNode matrix) {
    int width = 0;
    for (JsonNode actor : matrix.path("actors")) {
      width = Math.max(width, actor.path("name").asText().length());
    }
    return width;
  }

  private static void list(JsonNode matrix, List<String> lines) {
    String last = "";
    for (JsonNode cell : matrix.path("reached")) {
      String from = cell.path("from").asText();
      if (!from.equals(last)) {
        lines.add(from);
        last = from;
      }
      lines.add("    " + cell.path("action").asText() + " " + cell.path("to").asText());
    }
  }
}
