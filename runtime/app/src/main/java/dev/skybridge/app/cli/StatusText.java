package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.app.data.TableStore;
import java.util.ArrayList;
import java.util.List;

/** The status of a runtime as lines for people. */
final class StatusText {
  private StatusText() {}

  /**
   * @param machine whether to show this machine's own addresses beside AWS's
   */
  static List<String> lines(JsonNode status, boolean machine) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Running since "
            + status.path("since").asText()
            + " (pid "
            + status.path("pid").asText()
            + "), data in "
            + status.path("data").asText());
    lines.add("Tables kept by " + store(status.path("dynamodb").asText()));
    lines.add("Certificate authority " + status.path("certificateAuthorityArn").asText());
    lines.add("AWS's API at " + status.path("api").asText());
    section(
        lines, status.path("accounts"), "Accounts", "account", "deployment", "region", "resources");
    section(lines, status.path("names"), "Names", "name", "service", "addresses");
    if (machine) {
      section(
          lines,
          status.path("interfaces"),
          "Network interfaces",
          "id",
          "description",
          "address",
          "loopback");
    }
    section(lines, status.path("targets"), "Targets", "group", "target", "health", "reason");
    section(lines, status.path("functions"), "Functions", "function", "account", "environments");
    for (JsonNode orphan : status.path("orphans")) {
      lines.add(
          "In no state: "
              + orphan.path("type").asText()
              + " "
              + orphan.path("id").asText()
              + " of account "
              + orphan.path("account").asText()
              + "; take it over: "
              + orphan.path("import").asText());
    }
    for (JsonNode problem : status.path("problems")) {
      lines.add("Problem: " + problem.asText());
    }
    return lines;
  }

  private static String store(String store) {
    return store.equals(TableStore.EMBEDDED) ? "the embedded engine" : store;
  }

  private static void section(List<String> lines, JsonNode rows, String title, String... columns) {
    if (rows.isEmpty()) {
      return;
    }
    lines.add("");
    lines.add(title);
    List<List<String>> table = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(row.path(column).asText());
      }
      table.add(cells);
    }
    lines.addAll(Output.table(table));
  }
}
