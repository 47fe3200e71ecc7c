package dev.skybridge.provider.protocol;

import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place in a policy that a message names, e.g. {@code (line 1, column 39)}. The policy that is
 * stored is not the text that a configuration writes, so the place alone would lead nowhere.
 *
 * @param argument the argument that holds the policy
 * @param excerpt what stands there, with a mark below it
 */
record PolicyPlace(String argument, String excerpt) {
  private static final Pattern PLACE = Pattern.compile("\\(line (\\d{1,6}), column (\\d{1,7})\\)");
  private static final List<String> ARGUMENTS = List.of("policy", "assume_role_policy", "content");
  private static final int BEFORE = 25;
  private static final int BEHIND = 45;

  /** The place; empty if the message names none that an argument has. */
  static Optional<PolicyPlace> find(ObjectValue arguments, String message) {
    Matcher place = PLACE.matcher(message);
    if (!place.find()) {
      return Optional.empty();
    }
    int line = Integer.parseInt(place.group(1));
    int column = Integer.parseInt(place.group(2));
    for (String argument : ARGUMENTS) {
      if (arguments.attributes().get(argument) instanceof Value.Text(var text)) {
        List<String> lines = text.lines().toList();
        if (line <= lines.size() && column <= lines.get(line - 1).length() + 1) {
          return Optional.of(
              new PolicyPlace(
                  argument,
                  "%s, line %d, column %d:\n%s"
                      .formatted(
                          argument, line, column, excerpt(lines.get(line - 1), column - 1))));
        }
      }
    }
    return Optional.empty();
  }

  private static String excerpt(String line, int at) {
    int from = Math.max(0, at - BEFORE);
    int to = Math.min(line.length(), at + BEHIND);
    String begin = from == 0 ? "" : "...";
    String part = line.substring(from, to).replaceAll("\\p{Cntrl}", " ");
    return "  "
        + begin
        + part
        + (to == line.length() ? "" : "...")
        + "\n"
        + "  "
        + " ".repeat(begin.length() + at - from)
        + "^";
  }
}
