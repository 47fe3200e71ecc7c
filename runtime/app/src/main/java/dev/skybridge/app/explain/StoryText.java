package dev.skybridge.app.explain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** A story as lines for people. */
public final class StoryText {
  private static final Pattern POSITION = Pattern.compile("line (\\d+), column (\\d+)");

  /** What a rule says of the nearest statement, which is told in full below it. */
  private static final Pattern NEAREST = Pattern.compile("; nearest .*");

  private StoryText() {}

  /** The lines of a story that {@link Stories} made. */
  public static List<String> lines(JsonNode story) {
    List<String> lines = new ArrayList<>();
    lines.add(story.path("request").asText() + " -> " + story.path("outcome").asText());
    if (story.has("id")) {
      lines.add("  id " + story.path("id").asText());
    }
    passed(story, lines);
    for (JsonNode gate : story.path("refused")) {
      refusal(gate, lines);
    }
    return lines;
  }

  /** Each gate with its rule; where one refused, what went before is of less interest. */
  private static void passed(JsonNode story, List<String> lines) {
    StringJoiner names = new StringJoiner(", ");
    for (JsonNode gate : story.path("passed")) {
      names.add(gate.path("gate").asText());
      if (story.path("refused").isEmpty()) {
        lines.add("  passed   %-24s by %s".formatted(gate.path("gate").asText(), rule(gate)));
      }
    }
    if (story.path("refused").isEmpty()) {
      lines.add("  No gate refused it.");
    } else if (names.length() > 0) {
      lines.add("  passed   " + names);
    }
  }

  private static void refusal(JsonNode gate, List<String> lines) {
    lines.add("  REFUSED  %-24s at %s".formatted(gate.path("gate").asText(), at(gate)));
    JsonNode nearest = gate.path("near").path(0);
    if (nearest.isMissingNode()) {
      lines.add("    decided by  " + rule(gate));
      written(gate, lines);
      lines.add("    because     " + gate.path("reason").asText());
    } else {
      lines.add("    decided by  " + NEAREST.matcher(rule(gate)).replaceFirst(""));
      if (!nearest.path("address").equals(gate.path("address"))) {
        written(gate, lines);
      }
    }
    for (JsonNode miss : gate.path("near")) {
      lines.add("    came close  " + rule(miss));
      written(miss, lines);
      lines.add(
          "      expected  " + text(miss, "element") + ": " + text(miss, "expected") + place(miss));
      lines.add("      found     " + text(miss, "found") + more(miss.path("others").asInt()));
    }
    if (gate.path("deliberate").asBoolean()) {
      lines.add("    This is meant to be refused: nothing is suggested.");
    } else if (gate.has("suggestion")) {
      lines.add("    suggestion  " + gate.path("suggestion").asText());
    }
  }

  private static String at(JsonNode gate) {
    return gate.path("place").asText();
  }

  private static String rule(JsonNode gate) {
    return gate.path("owner").asText() + ": " + gate.path("rule").asText();
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }

  /** Where in the rule's document the element stands that did not fit. */
  private static String place(JsonNode miss) {
    return miss.has("elementPosition") ? " (" + text(miss, "elementPosition") + ")" : "";
  }

  private static String more(int others) {
    return others == 0 ? "" : " (and " + others + " more of it did not fit)";
  }

  /** Where the rule is written down: the address, the place in its text, the file. */
  private static void written(JsonNode gate, List<String> lines) {
    if (!gate.has("address")) {
      return;
    }
    String attribute = gate.has("attribute") ? "." + gate.path("attribute").asText() : "";
    // Without an attribute the text is not written by anybody, e.g. a permission's statement.
    String place =
        gate.has("attribute")
            ? POSITION.matcher(gate.path("position").asText()).replaceFirst(":$1:$2")
            : "";
    String file = gate.has("source") ? ", " + gate.path("source").asText() : "";
    lines.add(
        "    written in  %s%s%s (deployment %s%s)"
            .formatted(
                gate.path("address").asText(),
                attribute,
                place,
                gate.path("deployment").asText(),
                file));
  }
}
