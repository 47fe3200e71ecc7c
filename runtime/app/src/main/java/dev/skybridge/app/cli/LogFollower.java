package dev.skybridge.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells which events of a log's end are new. Equal events are counted, so that a line that is
 * logged twice is shown twice, and one that comes late, from another stream, is not lost.
 */
final class LogFollower {
  private Map<JsonNode, Integer> seen = Map.of();

  /**
   * The events that were not there at the last call, in order.
   *
   * @param end the latest events, each with {@code millis}, {@code stream} and {@code message}
   */
  List<JsonNode> fresh(JsonNode end) {
    Map<JsonNode, Integer> now = new HashMap<>();
    List<JsonNode> fresh = new ArrayList<>();
    for (JsonNode event : end) {
      if (now.merge(event, 1, Integer::sum) > seen.getOrDefault(event, 0)) {
        fresh.add(event);
      }
    }
    seen = now;
    return fresh;
  }
}
