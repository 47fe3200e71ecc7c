package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads one statement. */
final class StatementReader {
  private static final List<String> ELEMENTS =
      List.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");

  private final Dialect dialect;
  private final boolean variables;

  StatementReader(Dialect dialect, boolean variables) {
    this.dialect = dialect;
    this.variables = variables;
  }

  Statement read(Json json, int index) {
    Fields fields = Fields.of(json, "statement " + index, ELEMENTS);
    Statement.Effect effect = effect(fields.require("Effect"));
    Optional<Json.Member> principal = either(fields, "Principal");
    Optional<Json.Member> resource = either(fields, "Resource");
    checkKind(fields, principal, resource);
    Optional<Principals> principals = principal.map(member -> PrincipalReader.read(member, effect));
    Json.Member action =
        either(fields, "Action")
            .orElseThrow(() ->
                new MalformedPolicyException(
                    "Policy statement must contain actions: statement " + index,
                    fields.position()));
    Names actions = actions(action);
    if (dialect.kind() == Dialect.Kind.RESOURCE_CONTROL) {
      ControlRules.check(fields, effect, principals, action, resource);
    }
    List<Condition> conditions =
        fields
            .find("Condition")
            .map(value -> new ConditionReader(dialect, variables, actions).read(value))
            .orElse(List.of());
    return new Statement(
        index,
        fields.find("Sid").map(this::sid),
        fields.position(),
        effect,
        principals,
        actions,
        resource.map(member -> resources(member, actions)),
        conditions);
  }

  private String sid(Json value) {
    String sid = Fields.text(value, "Sid");
    if (dialect.kind() == Dialect.Kind.IDENTITY && !sid.matches("[A-Za-z0-9]*")) {
      throw new MalformedPolicyException(
          "Statement IDs (SID) must be alpha-numeric: " + sid, value.position());
    }
    return sid;
  }

  private static Statement.Effect effect(Json value) {
    String text = Fields.text(value, "Effect");
    for (Statement.Effect effect : Statement.Effect.values()) {
      if (effect.text().equals(text)) {
        return effect;
      }
    }
    throw new MalformedPolicyException(
        "Invalid effect: " + text + " (expected: Allow or Deny)", value.position());
  }

  private static Optional<Json.Member> either(Fields fields, String element) {
    Optional<Json.Member> plain = fields.member(element);
    Optional<Json.Member> negated = fields.member("Not" + element);
    if (plain.isPresent() && negated.isPresent()) {
      throw new MalformedPolicyException(
          "Statement cannot contain both " + element + " and Not" + element,
          negated.get().position());
    }
    return plain.or(() -> negated);
  }

  private void checkKind(
      Fields fields, Optional<Json.Member> principal, Optional<Json.Member> resource) {
    switch (dialect.kind()) {
      case ANY -> {}
      case IDENTITY -> {
        forbid(principal, "Policy document should not specify a principal.");
        demand(resource, fields, "Policy statement must contain resources.");
      }
      case TRUST -> {
        demand(principal, fields, "Missing required field Principal");
        forbid(resource, "Has prohibited field Resource");
      }
      case SERVICE_CONTROL -> {
        forbid(principal, "A service control policy has no " + name(principal) + " element.");
        demand(resource, fields, "Policy statement must contain resources.");
      }
      case RESOURCE, RESOURCE_CONTROL -> {
        demand(principal, fields, "Missing required field Principal");
        demand(resource, fields, "Policy statement must contain resources.");
      }
    }
  }

  private static String name(Optional<Json.Member> member) {
    return member.map(Json.Member::name).orElse("Principal");
  }

  /** IAM takes no wildcard for the service of a resource. */
  private void checkVendor(Json.Text resource) {
    if (dialect.kind() != Dialect.Kind.IDENTITY || resource.value().equals("*")) {
      return;
    }
    String[] parts = resource.value().split(":", 4);
    if (parts.length > 2 && (parts[2].contains("*") || parts[2].contains("?"))) {
      throw new MalformedPolicyException(
          "Resource vendor must be fully qualified and cannot contain regexes: " + resource.value(),
          resource.position());
    }
  }

  private static void forbid(Optional<Json.Member> member, String message) {
    member.ifPresent(found -> {
      throw new MalformedPolicyException(message, found.position());
    });
  }

  private static void demand(Optional<Json.Member> member, Fields fields, String message) {
    if (member.isEmpty()) {
      throw new MalformedPolicyException(message, fields.position());
    }
  }

  private Names actions(Json.Member member) {
    List<String> names = new ArrayList<>();
    for (Json.Text text : Fields.texts(member.value(), member.name())) {
      String action = text.value();
      if (!action.equals("*") && !action.matches("[A-Za-z0-9-]+:[A-Za-z0-9*?]+")) {
        throw new MalformedPolicyException(
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.: " + action,
            text.position());
      }
      names.add(action);
    }
    return new Names(member.name().startsWith("Not"), names);
  }

  private Names resources(Json.Member member, Names actions) {
    List<String> names = new ArrayList<>();
    for (Json.Text text : Fields.texts(member.value(), member.name())) {
      String resource = text.value();
      if (!resource.equals("*") && !resource.startsWith("arn:")) {
        throw new MalformedPolicyException(
            "Resource " + resource + " must be in ARN format or \"*\".", text.position());
      }
      checkVendor(text);
      new ConditionReader(dialect, variables, actions).checkVariables(text);
      names.add(resource);
    }
    return new Names(member.name().startsWith("Not"), names);
  }
}
