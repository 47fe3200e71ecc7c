package dev.skybridge.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/** Prints a policy as JSON. */
final class PolicyPrinter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private PolicyPrinter() {}

  static String print(Policy policy) {
    ObjectNode root = JSON.objectNode();
    policy.version().ifPresent(version -> root.put("Version", version));
    policy.id().ifPresent(id -> root.put("Id", id));
    root.putArray("Statement")
        .addAll(policy.statements().stream().map(PolicyPrinter::statement).toList());
    return root.toString();
  }

  private static ObjectNode statement(Statement statement) {
    ObjectNode node = JSON.objectNode();
    statement.sid().ifPresent(sid -> node.put("Sid", sid));
    node.put("Effect", statement.effect().text());
    statement.principals().ifPresent(principals -> principals(node, principals));
    names(node, "Action", statement.actions());
    statement.resources().ifPresent(resources -> names(node, "Resource", resources));
    for (Condition condition : statement.conditions()) {
      node.withObjectProperty("Condition")
          .withObjectProperty(condition.operator().toString())
          .set(condition.key(), list(condition.values()));
    }
    return node;
  }

  private static void principals(ObjectNode node, Principals principals) {
    String name = principals.negated() ? "NotPrincipal" : "Principal";
    if (principals.everyone()) {
      node.put(name, "*");
      return;
    }
    ObjectNode types = node.putObject(name);
    for (Principals.Type type : Principals.Type.values()) {
      List<String> values =
          principals.entries().stream()
              .filter(entry -> entry.type() == type)
              .map(Principals.Entry::value)
              .toList();
      if (!values.isEmpty()) {
        types.set(type.text(), list(values));
      }
    }
  }

  private static void names(ObjectNode node, String element, Names names) {
    node.set(names.negated() ? "Not" + element : element, list(names.patterns()));
  }

  private static JsonNode list(List<String> values) {
    return values.size() == 1
        ? TextNode.valueOf(values.getFirst())
        : JSON.arrayNode().addAll(values.stream().map(TextNode::valueOf).toList());
  }
}
