package dev.skybridge.infrastructure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code terraform test -json} reports.
 *
 * @param runs by file and name of the run, in order
 * @param trouble diagnostics that belong to no run, for example a file that does not parse
 */
record TestReport(Map<String, Run> runs, List<String> trouble) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * One run block.
   *
   * @param status {@code pass}, {@code fail}, {@code error} or {@code skip}
   * @param diagnostics why, when it did not pass
   */
  record Run(String status, List<String> diagnostics) {}

  static TestReport parse(String output) throws JsonProcessingException {
    Map<String, String> statuses = new LinkedHashMap<>();
    Map<String, List<String>> diagnostics = new LinkedHashMap<>();
    List<String> trouble = new ArrayList<>();
    for (String line : output.lines().toList()) {
      JsonNode message = JSON.readTree(line);
      String run = message.path("@testfile").asText() + " " + message.path("@testrun").asText();
      switch (message.path("type").asText()) {
        case "test_run" -> {
          if (message.at("/test_run/progress").asText().equals("complete")) {
            statuses.put(run, message.at("/test_run/status").asText());
          }
        }
        case "diagnostic" -> {
          List<String> place =
              message.has("@testrun")
                  ? diagnostics.computeIfAbsent(run, name -> new ArrayList<>())
                  : trouble;
          place.add(message.path("diagnostic").toPrettyString());
        }
        default -> {
          // Progress, for eyes.
        }
      }
    }
    Map<String, Run> runs = new LinkedHashMap<>();
    statuses.forEach(
        (run, status) -> runs.put(run, new Run(status, diagnostics.getOrDefault(run, List.of()))));
    return new TestReport(runs, trouble);
  }
}
