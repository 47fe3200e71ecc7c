package dev.skybridge.services.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.services.RequestFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What policies may ask of a DynamoDB request.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html">Using
 *     IAM policy conditions</a>
 */
final class ConditionFacts {
  /** A key's name and a value's, in this order or the other; parentheses are taken out before. */
  private static final Pattern EQUALITY =
      Pattern.compile("([#\\w.-]+)\\s*=\\s*(:\\w+)|(:\\w+)\\s*=\\s*([#\\w.-]+)");

  /** Parameters of old that hold attributes by their names. */
  private static final List<String> LEGACY =
      List.of("KeyConditions", "QueryFilter", "ScanFilter", "AttributeUpdates", "Expected");

  /** A name in an expression: not a value, not a function, not a keyword. */
  private static final Pattern NAME =
      Pattern.compile("(?<![:\\w#.])(#?[A-Za-z]\\w*)(?!\\w*\\s*\\()");

  private static final Set<String> KEYWORDS =
      Set.of("AND", "OR", "NOT", "IN", "BETWEEN", "SET", "REMOVE", "ADD", "DELETE");

  private ConditionFacts() {}

  /**
   * The facts of a request, whatever it demands.
   *
   * @param now when it came
   */
  static Context of(Caller caller, Instant now) {
    Context.Builder facts = RequestFacts.of(caller.region(), now);
    caller.vpcEndpoint().ifPresent(id -> facts.put(ConditionKey.SOURCE_VPCE, id));
    caller.vpc().ifPresent(id -> facts.put(ConditionKey.SOURCE_VPC, id));
    facts.put(
        caller.vpcEndpoint().isPresent() ? ConditionKey.VPC_SOURCE_IP : ConditionKey.SOURCE_IP,
        caller.sourceAddress());
    facts.put(ConditionKey.VIA_AWS_SERVICE, "false");
    caller.function().ifPresent(arn -> facts.put(ConditionKey.LAMBDA_SOURCE_FUNCTION_ARN, arn));
    return facts.build();
  }

  /**
   * The facts of one demand, with those of its request.
   *
   * @param request the facts of the request
   * @param key the name of the table's or index's partition key, if the table is known
   */
  static Context of(Context request, Demand demand, Optional<String> key) {
    Context.Builder facts = request.toBuilder();
    JsonNode part = demand.part();
    key.ifPresent(name -> facts.put(ConditionKey.DYNAMODB_LEADING_KEYS, leadingKeys(part, name)));
    facts.put(ConditionKey.DYNAMODB_ATTRIBUTES, List.copyOf(attributes(part)));
    if (demand.action().equals("dynamodb:Query") || demand.action().equals("dynamodb:Scan")) {
      facts.put(ConditionKey.DYNAMODB_SELECT, select(part, demand));
    }
    return facts.build();
  }

  private static List<String> leadingKeys(JsonNode part, String key) {
    List<String> keys = new ArrayList<>();
    value(part.path("Key").path(key)).ifPresent(keys::add);
    value(part.path("Item").path(key)).ifPresent(keys::add);
    part.path("Keys").forEach(each -> value(each.path(key)).ifPresent(keys::add));
    if (part.isArray()) {
      part.forEach(write -> {
        value(write.path("PutRequest").path("Item").path(key)).ifPresent(keys::add);
        value(write.path("DeleteRequest").path("Key").path(key)).ifPresent(keys::add);
      });
    }
    part.path("KeyConditions")
        .path(key)
        .path("AttributeValueList")
        .forEach(each -> value(each).ifPresent(keys::add));
    String expression = part.path("KeyConditionExpression").asText();
    Matcher equality = EQUALITY.matcher(expression.replace('(', ' ').replace(')', ' '));
    while (equality.find()) {
      boolean nameFirst = equality.group(1) != null;
      String name = nameFirst ? equality.group(1) : equality.group(4);
      String value = nameFirst ? equality.group(2) : equality.group(3);
      if (named(part, name).equals(key)) {
        value(part.path("ExpressionAttributeValues").path(value)).ifPresent(keys::add);
      }
    }
    return keys;
  }

  private static Set<String> attributes(JsonNode part) {
    Set<String> names = new TreeSet<>();
    addNames(part.path("Key"), names);
    addNames(part.path("Item"), names);
    part.path("Keys").forEach(key -> addNames(key, names));
    if (part.isArray()) {
      part.forEach(write -> {
        addNames(write.path("PutRequest").path("Item"), names);
        addNames(write.path("DeleteRequest").path("Key"), names);
      });
    }
    LEGACY.forEach(parameter -> addNames(part.path(parameter), names));
    part.path("ExpressionAttributeNames").forEach(name -> names.add(name.asText()));
    part.path("AttributesToGet").forEach(name -> names.add(name.asText()));
    part.properties()
        .forEach(field -> {
          if (field.getKey().endsWith("Expression")) {
            Matcher name = NAME.matcher(field.getValue().asText());
            while (name.find()) {
              if (!KEYWORDS.contains(name.group(1).toUpperCase(Locale.ROOT))) {
                names.add(named(part, name.group(1)));
              }
            }
          }
        });
    return names;
  }

  private static void addNames(JsonNode item, Set<String> names) {
    item.fieldNames().forEachRemaining(names::add);
  }

  private static String select(JsonNode part, Demand demand) {
    if (part.has("Select")) {
      return part.path("Select").asText();
    }
    if (part.has("ProjectionExpression") || part.has("AttributesToGet")) {
      return "SPECIFIC_ATTRIBUTES";
    }
    return demand.resource().resource().contains("/index/")
        ? "ALL_PROJECTED_ATTRIBUTES"
        : "ALL_ATTRIBUTES";
  }

  private static String named(JsonNode part, String name) {
    return name.startsWith("#")
        ? part.path("ExpressionAttributeNames").path(name).asText(name)
        : name;
  }

  /** A key's value as policies write it: the text of its one typed value. */
  private static Optional<String> value(JsonNode typed) {
    return typed.properties().stream().findFirst().map(entry -> entry.getValue().asText());
  }
}
