package dev.skybridge.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Names in case files: {@code ${consumer:aws_vpc_endpoint.this.id}} is an attribute of an instance
 * of a deployment, by the address that Terraform prints; for a microservice's deployment the
 * module's part is left out. {@code ${new:NAME.id}} is one of an instance that the case created. A
 * number after a dot is a position in a list. {@code $$} is a dollar that is none of ours.
 */
final class AccessNames {
  private static final Pattern NAME = Pattern.compile("(?<!\\$)\\$\\{(\\w+):([^}]+)}");

  private final AppliedInstances instances;

  AccessNames(AppliedInstances instances) {
    this.instances = instances;
  }

  /** A copy with every name replaced. */
  JsonNode resolve(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(e -> copy.set(resolve(e.getKey()), resolve(e.getValue())));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(element -> copy.add(resolve(element)));
      return copy;
    }
    return node.isTextual() ? TextNode.valueOf(resolve(node.asText())) : node;
  }

  /** A copy with every name replaced. */
  String resolve(String text) {
    return NAME.matcher(text).replaceAll(this::value).replace("$${", "${");
  }

  /** Where an address has its last dot or bracket; a name that a case gave has none. */
  private static int addressEnd(String deployment, String path) {
    if (deployment.equals(AppliedInstances.CREATED)) {
      return -1;
    }
    return path.indexOf("]") >= 0 ? path.indexOf("]") : path.indexOf(".");
  }

  private String value(MatchResult name) {
    String path = name.group(2);
    int attribute = path.indexOf(".", addressEnd(name.group(1), path) + 1);
    JsonNode value = instances.attributes(name.group(1), path.substring(0, attribute));
    for (String step : path.substring(attribute + 1).split("\\.", -1)) {
      value = step.matches("\\d+") ? value.path(Integer.parseInt(step)) : value.path(step);
    }
    if (!value.isValueNode()) {
      throw new IllegalArgumentException(name.group() + ": " + value + " (expected: a value)");
    }
    return java.util.regex.Matcher.quoteReplacement(value.asText());
  }
}
