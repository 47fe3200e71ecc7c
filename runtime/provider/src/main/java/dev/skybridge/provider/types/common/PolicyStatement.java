package dev.skybridge.provider.types.common;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.cty.ObjectValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * A statement block as JSON. The order of lists is the real provider's: actions, resources and
 * identifiers descending, condition values as given; a list of one is its element.
 */
record PolicyStatement(ObjectValue block, String version) {
  ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    block.nonEmptyText("sid").ifPresent(sid -> json.put("Sid", sid));
    json.put("Effect", block.nonEmptyText("effect").orElse("Allow"));
    texts(json, "Action", block.texts("actions"));
    texts(json, "NotAction", block.texts("not_actions"));
    texts(json, "Resource", variables(block.texts("resources")));
    texts(json, "NotResource", variables(block.texts("not_resources")));
    principals(json, "Principal", block.blocks("principals"));
    principals(json, "NotPrincipal", block.blocks("not_principals"));
    conditions(json);
    return json;
  }

  private static void texts(ObjectNode json, String name, List<String> texts) {
    if (!texts.isEmpty()) {
      json.set(name, list(texts.stream().sorted(Comparator.reverseOrder()).toList()));
    }
  }

  private void principals(ObjectNode json, String name, List<ObjectValue> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    var first = blocks.getFirst();
    if (blocks.size() == 1
        && first.text("type").equals("*")
        && first.texts("identifiers").equals(List.of("*"))) {
      json.put(name, "*");
      return;
    }
    var byType = new TreeMap<String, List<String>>();
    for (var one : blocks) {
      byType
          .computeIfAbsent(one.text("type"), _ -> new ArrayList<>())
          .addAll(
              variables(one.texts("identifiers")).stream()
                  .sorted(Comparator.reverseOrder())
                  .toList());
    }
    var all = json.putObject(name);
    byType.forEach((type, identifiers) -> all.set(type, list(identifiers)));
  }

  private void conditions(ObjectNode json) {
    var byTest = new TreeMap<String, TreeMap<String, List<String>>>();
    for (var one : block.blocks("condition")) {
      byTest
          .computeIfAbsent(one.text("test"), _ -> new TreeMap<>())
          .computeIfAbsent(one.text("variable"), _ -> new ArrayList<>())
          .addAll(variables(one.texts("values")));
    }
    if (!byTest.isEmpty()) {
      var all = json.putObject("Condition");
      byTest.forEach((test, variables) -> {
        var one = all.putObject(test);
        variables.forEach((variable, values) -> one.set(variable, list(values)));
      });
    }
  }

  private static JsonNode list(List<String> texts) {
    if (texts.size() == 1) {
      return JsonNodeFactory.instance.textNode(texts.getFirst());
    }
    var array = JsonNodeFactory.instance.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Terraform writes a policy variable as {@code &{...}}, since {@code ${...}} is its own. */
  private List<String> variables(List<String> texts) {
    for (var text : texts) {
      if (version.equals("2008-10-17") && text.contains("&{")) {
        throw PolicyDocument.malformed(
            "found &{ sequence in (%s), which is not supported in document version 2008-10-17"
                .formatted(text));
      }
    }
    return texts.stream().map(text -> text.replace("&{", "${")).toList();
  }
}
