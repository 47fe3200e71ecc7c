package dev.skybridge.policy;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A statement, made ready to be compared with requests. */
final class StatementMatch {
  private final Statement statement;
  private final NameMatch.Actions actions;
  private final NameMatch.@Nullable Resources resources;
  private final @Nullable PrincipalMatch principals;
  private final ConditionMatch[] conditions;

  StatementMatch(Statement statement, boolean variables) {
    this.statement = statement;
    this.actions = NameMatch.Actions.of(statement.actions());
    this.resources =
        statement.resources().map(names -> NameMatch.Resources.of(names, variables)).orElse(null);
    this.principals = statement.principals().map(PrincipalMatch::new).orElse(null);
    this.conditions =
        statement.conditions().stream()
            .map(condition -> new ConditionMatch(condition, variables))
            .toArray(ConditionMatch[]::new);
  }

  Statement statement() {
    return statement;
  }

  NameMatch.Actions actions() {
    return actions;
  }

  boolean denies() {
    return statement.effect() == Statement.Effect.DENY;
  }

  /**
   * How it concerns the request's principal in a policy of this type. What a gateway endpoint's
   * policy allows to a principal by name, it allows to root users only.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Policies
   *     for gateway endpoints</a>
   */
  Grant grant(PolicyType type, Facts facts) {
    if (!type.withPrincipal()) {
      return Grant.DIRECT;
    }
    if (principals == null || (type == PolicyType.GATEWAY_ENDPOINT && !gatewayTakes(facts))) {
      return Grant.NONE;
    }
    return principals.grant(facts.request().principal());
  }

  private boolean gatewayTakes(Facts facts) {
    return denies()
        || (principals != null && principals.everyone())
        || (facts.request().principal() instanceof Principal.Identity identity && identity.root());
  }

  /** Whether all but the Principal element fits. */
  boolean matches(Facts facts) {
    if (!actions.matches(facts) || !(resources == null || resources.matches(facts))) {
      return false;
    }
    for (ConditionMatch condition : conditions) {
      if (!condition.holds(facts)) {
        return false;
      }
    }
    return true;
  }

  /**
   * How far it is from matching: 0 if it matches; a failed condition is nearer than another
   * principal or resource, and these nearer than another action.
   */
  int distance(PolicyType type, Facts facts) {
    int distance = actions.matches(facts) ? 0 : 100;
    distance += resources == null || resources.matches(facts) ? 0 : 11;
    distance += grant(type, facts) == Grant.NONE ? 10 : 0;
    for (ConditionMatch condition : conditions) {
      distance += condition.holds(facts) ? 0 : 1;
    }
    return distance;
  }

  /** The elements that do not fit, the farthest off first. */
  List<Mismatch> mismatches(PolicyType type, Facts facts) {
    List<Mismatch> mismatches = new ArrayList<>();
    if (!actions.matches(facts)) {
      mismatches.add(new Mismatch.Action(facts.request().action(), statement.actions()));
    }
    if (resources != null && !resources.matches(facts)) {
      mismatches.add(new Mismatch.Resource(facts.request().resource(), resources.names()));
    }
    if (grant(type, facts) == Grant.NONE) {
      mismatches.add(
          new Mismatch.Principal(facts.request().principal().name(), statement.principals()));
    }
    for (ConditionMatch condition : conditions) {
      if (!condition.holds(facts)) {
        mismatches.add(new Mismatch.Condition(fact(condition, facts)));
      }
    }
    return mismatches;
  }

  /** Its conditions with what the request has. */
  List<ConditionFact> facts(Facts facts) {
    List<ConditionFact> all = new ArrayList<>();
    for (ConditionMatch condition : conditions) {
      all.add(fact(condition, facts));
    }
    return all;
  }

  private static ConditionFact fact(ConditionMatch condition, Facts facts) {
    return new ConditionFact(
        condition.condition(), condition.values(facts), condition.actual(facts));
  }
}
