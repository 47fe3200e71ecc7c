package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The changes of a plan as lines for people. */
final class WhatIfText {
  private WhatIfText() {}

  static List<String> lines(JsonNode changes) {
    List<String> lines = new ArrayList<>();
    cells(lines, changes.path("opens"), "OPENS", "now");
    cells(lines, changes.path("closes"), "closes", "then");
    lines.add(
        "%d opened, %d closed."
            .formatted(changes.path("opens").size(), changes.path("closes").size()));
    return lines;
  }

  private static void cells(List<String> lines, JsonNode cells, String what, String when) {
    for (JsonNode cell : cells) {
      lines.add("%-7s %s".formatted(what, cell.path("request").asText()));
      JsonNode refusal = cell.path("refused").path(0);
      if (refusal.isMissingNode()) {
        lines.add("          %s: who or what it is about is not there".formatted(when));
        continue;
      }
      lines.add(
          "          %s: refused at %s: %s"
              .formatted(when, refusal.path("gate").asText(), refusal.path("reason").asText()));
      if (refusal.has("address")) {
        lines.add(
            "          written in %s (deployment %s)"
                .formatted(refusal.path("address").asText(), refusal.path("deployment").asText()));
      }
    }
  }
}
