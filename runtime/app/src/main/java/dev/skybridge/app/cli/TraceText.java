package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Traces as lines for people. */
final class TraceText {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  private TraceText() {}

  /** The request, then two lines per gate, then why it was refused. */
  static List<String> lines(JsonNode trace) {
    List<String> lines = new ArrayList<>();
    lines.add(trace.path("request").asText() + " -> " + trace.path("outcome").asText());
    lines.add("  id " + trace.path("id").asText());
    for (JsonNode step : trace.path("steps")) {
      lines.add(
          String.format(
              Locale.ROOT,
              "  %-7s %9.3f ms  %-22s %s",
              step.path("allowed").asBoolean() ? "passed" : "REFUSED",
              step.path("nanos").asLong() / 1e6,
              step.path("gate").asText(),
              step.path("place").asText()));
      String by = " ".repeat(24);
      lines.add(by + "by " + step.path("owner").asText() + ": " + step.path("rule").asText());
      if (step.has("reason")) {
        lines.add(by + "because " + step.path("reason").asText());
      }
    }
    return lines;
  }

  /** A line per request: when, how it ended, what was asked, its id. */
  static List<String> list(JsonNode answer) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("TIME", "OUTCOME", "REFUSED AT", "REQUEST", "ID"));
    for (JsonNode trace : answer.path("traces")) {
      rows.add(
          List.of(
              TIME.format(
                  Instant.ofEpochMilli(trace.path("start").asLong())
                      .atZone(ZoneId.systemDefault())),
              trace.path("outcome").asText(),
              trace.path("refusedAt").asText(),
              trace.path("request").asText(),
              trace.path("id").asText()));
    }
    return rows.size() == 1 ? List.of("No request was seen yet.") : Output.table(rows);
  }
}
