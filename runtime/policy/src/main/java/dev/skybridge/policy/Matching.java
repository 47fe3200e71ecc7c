package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Compares statements with a request. */
final class Matching {
  private final AccessRequest request;
  private final Context facts;

  Matching(AccessRequest request) {
    this.request = request;
    this.facts = request.facts();
  }

  /**
   * The elements of a statement that do not fit, the heaviest first; none if it matches.
   *
   * @param withPrincipal whether the Principal element counts; not in identity policies
   */
  List<Failure> failures(Policy policy, Statement statement, boolean withPrincipal) {
    List<Failure> failures = new ArrayList<>();
    if (!action(statement.actions())) {
      failures.add(Failure.action(request, statement.actions()));
    }
    statement
        .resources()
        .filter(resources -> !resource(resources, policy.hasVariables()))
        .ifPresent(resources -> failures.add(Failure.resource(request, resources)));
    if (withPrincipal && grant(statement) == Grant.NONE) {
      failures.add(
          Failure.principal(
              request, statement.principals().map(Principals::toString).orElse("nobody")));
    }
    for (Condition condition : statement.conditions()) {
      if (!ConditionMatch.holds(condition, facts, policy.hasVariables())) {
        failures.add(Failure.condition(condition, facts));
      }
    }
    return failures;
  }

  Grant grant(Statement statement) {
    return statement
        .principals()
        .map(principals -> Grant.of(principals, request.principal()))
        .orElse(Grant.NONE);
  }

  private boolean action(Names names) {
    String action = lower(request.action());
    boolean found =
        names.patterns().stream().anyMatch(pattern -> Glob.of(lower(pattern)).matches(action));
    return found != names.negated();
  }

  private boolean resource(Names names, boolean variables) {
    boolean found = names.patterns().stream().anyMatch(pattern -> resource(pattern, variables));
    return found != names.negated();
  }

  private boolean resource(String pattern, boolean variables) {
    if (pattern.equals("*")) {
      return true;
    }
    Optional<Glob> glob = Template.expand(pattern, facts, variables);
    return glob.isPresent() && glob.get().matchesArn(request.resource());
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
