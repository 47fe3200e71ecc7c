package dev.skybridge.app.explain;

import dev.skybridge.app.explain.States.Held;
import dev.skybridge.gate.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the resource instance that holds a rule: a policy may be written in a resource of its own
 * or in an argument of what it protects, and a group's rule likewise.
 */
final class Holders {
  private static final Pattern POLICY_NAME = Pattern.compile("policy ([^,]+), statement.*");
  private static final Pattern SID = Pattern.compile(".*\\(Sid ([^)]+)\\).*");
  private static final Pattern RULE_ID = Pattern.compile("(sgr-[0-9a-f]+).*");

  /** What tells the instance that an owner's id or ARN means. */
  private static final List<String> IDENTITIES =
      List.of("id", "arn", "execution_arn", "zone_id", "dns_name");

  private final States states;

  Holders(States states) {
    this.states = states;
  }

  /**
   * The holder of a rule; empty for what no state knows, e.g. a managed policy of AWS.
   *
   * @param gate the gate that decided by it: what is about an API's methods stands elsewhere than
   *     its policy
   */
  Optional<Holder> of(String gate, Rule rule) {
    boolean ofPolicies = gate.endsWith("policy") || gate.endsWith("authorization");
    return Optional.of(rule)
        .filter(_ -> ofPolicies)
        .flatMap(this::ownPolicy)
        .or(() -> permission(rule))
        .or(() -> groupRule(rule))
        .or(() -> rolePolicy(rule))
        .or(() -> owner(rule));
  }

  /** A policy in a resource of its own, attached to the owner. */
  private Optional<Holder> ownPolicy(Rule rule) {
    String owner = rule.owner();
    String apiId = owner.substring(owner.lastIndexOf(':') + 1);
    return first(held -> held.is("aws_vpc_endpoint_policy") && is(held, "vpc_endpoint_id", owner))
        .or(() ->
            first(held ->
                held.is("aws_api_gateway_rest_api_policy") && is(held, "rest_api_id", apiId)))
        .or(() ->
            first(held ->
                held.is("aws_secretsmanager_secret_policy") && is(held, "secret_arn", owner)))
        .or(() ->
            first(held ->
                held.is("aws_kms_key_policy") && owner.endsWith(":key/" + held.text("key_id"))))
        .map(held -> held.holder("policy"));
  }

  /** A statement of a function's policy is a permission. */
  private Optional<Holder> permission(Rule rule) {
    Matcher sid = SID.matcher(rule.text());
    if (!sid.matches() || !rule.owner().contains(":function:")) {
      return Optional.empty();
    }
    String function = rule.owner().substring(rule.owner().lastIndexOf(':') + 1);
    return first(held ->
            held.is("aws_lambda_permission")
                && is(held, "statement_id", sid.group(1))
                && (is(held, "function_name", function) || is(held, "function_name", rule.owner())))
        .map(held -> held.holder(""));
  }

  private Optional<Holder> groupRule(Rule rule) {
    Matcher id = RULE_ID.matcher(rule.text());
    return id.matches()
        ? first(held ->
                is(held, "id", id.group(1)) || is(held, "security_group_rule_id", id.group(1)))
            .map(held -> held.holder(""))
        : Optional.empty();
  }

  private Optional<Holder> rolePolicy(Rule rule) {
    Matcher name = POLICY_NAME.matcher(rule.text().replace("no matching Allow; nearest ", ""));
    if (!name.matches() || !rule.owner().contains(":role/")) {
      return Optional.empty();
    }
    String account = account(rule.owner());
    String role = rule.owner().substring(rule.owner().lastIndexOf('/') + 1);
    return first(held ->
            held.is("aws_iam_role_policy")
                && is(held, "name", name.group(1))
                && is(held, "role", role)
                && ofAccount(held, account))
        .or(() ->
            first(held ->
                held.is("aws_iam_policy")
                    && is(held, "name", name.group(1))
                    && account(held.text("arn")).equals(account)))
        .map(held -> held.holder("policy"));
  }

  /** The owner itself; where several groups are named, the first. */
  private Optional<Holder> owner(Rule rule) {
    String owner = Stream.of(rule.owner().split(", ", -1)).findFirst().orElse("");
    return first(held ->
            IDENTITIES.stream().anyMatch(name -> is(held, name, owner))
                && !held.is("aws_api_gateway_base_path_mapping"))
        .map(held -> held.holder(rule.position().isEmpty() ? "" : attribute(held)));
  }

  private static String attribute(Held held) {
    if (held.is("aws_organizations_policy")) {
      return "content";
    }
    return held.instance().attributes().has("policy") ? "policy" : "";
  }

  /** An inline policy has no ARN: its role, in the same state, tells the account. */
  private boolean ofAccount(Held policy, String account) {
    return states.all().stream()
        .filter(held -> held.origin().equals(policy.origin()))
        .filter(held -> held.is("aws_iam_role"))
        .filter(held -> is(held, "name", policy.text("role")))
        .anyMatch(held -> account(held.text("arn")).equals(account));
  }

  private static String account(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > 4 ? parts[4] : "";
  }

  private static boolean is(Held held, String attribute, String value) {
    return !value.isEmpty() && held.text(attribute).equals(value);
  }

  private Optional<Held> first(Predicate<Held> wanted) {
    return states.all().stream().filter(wanted).findFirst();
  }
}
