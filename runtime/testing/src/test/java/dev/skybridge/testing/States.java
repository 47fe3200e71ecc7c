package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.skybridge.app.deployment.StateFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** States as lines that can be compared: ids are renamed by resource address, times by a word. */
final class States {
  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|\\+0000)";

  /** Names that people gave hold no digit here; made-up ids do. */
  private static final Pattern MADE_UP = Pattern.compile("(?=.*\\d)\\S{8,}");

  private static final List<String> IDENTITIES =
      List.of("id", "unique_id", "key_id", "version_id", "primary_network_interface_id");

  private States() {}

  /** The lines of only one side: {@code -} of the first, {@code +} of the second. */
  static List<String> difference(List<StateFile> first, List<StateFile> second) {
    List<String> all = new ArrayList<>();
    List<String> before = lines(first);
    List<String> after = lines(second);
    before.stream().filter(line -> !after.contains(line)).forEach(line -> all.add("- " + line));
    after.stream().filter(line -> !before.contains(line)).forEach(line -> all.add("+ " + line));
    return all;
  }

  /** One line per attribute of each managed instance: {@code address.attribute = value}. */
  private static List<String> lines(List<StateFile> states) {
    Map<String, String> names = names(states);
    List<String> longest =
        names.keySet().stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    List<String> lines = new ArrayList<>();
    for (StateFile state : states) {
      for (StateFile.Instance instance : state.instances()) {
        JsonNode renamed = rename(instance.attributes(), text -> text(text, longest, names));
        renamed
            .properties()
            .forEach(attribute ->
                lines.add(
                    instance.address() + "." + attribute.getKey() + " = " + attribute.getValue()));
      }
    }
    return lines.stream().sorted().toList();
  }

  /** The made-up ids of all instances, each with the name of the resource that has it. */
  private static Map<String, String> names(List<StateFile> states) {
    Map<String, String> names = new TreeMap<>();
    for (StateFile state : states) {
      for (StateFile.Instance instance : state.instances()) {
        for (String key : IDENTITIES) {
          String id = instance.attributes().path(key).asText();
          if (MADE_UP.matcher(id).matches()) {
            names.putIfAbsent(id, "<" + key + " of " + instance.address() + ">");
          }
        }
      }
    }
    return names;
  }

  private static String text(String text, List<String> ids, Map<String, String> names) {
    String renamed = text;
    for (String id : ids) {
      renamed = renamed.replace(id, names.getOrDefault(id, ""));
    }
    return renamed.replaceAll(TIME, "<time>");
  }

  private static JsonNode rename(JsonNode node, UnaryOperator<String> names) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(e.getKey(), rename(e.getValue(), names)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(rename(element, names)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(names.apply(node.asText())) : node;
  }
}
