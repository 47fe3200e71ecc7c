package dev.skybridge.policy;

import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one policy says about one request.
 *
 * @param holder the policy
 * @param deny the first statement that denies
 * @param direct the first that allows the principal itself
 * @param account the first that allows the principal's account
 * @param nearest where nothing allows, the Allow statement that comes nearest
 */
record Finding(
    AttachedPolicy holder,
    Optional<Statement> deny,
    Optional<Statement> direct,
    Optional<Statement> account,
    Optional<Near> nearest) {

  /** An Allow statement that does not match, and why. */
  record Near(Statement statement, List<Failure> failures) {
    int weight() {
      return failures.stream().mapToInt(Failure::weight).sum();
    }

    String reason() {
      String others = failures.size() == 1 ? "" : ", and " + (failures.size() - 1) + " more";
      return failures.getFirst().text() + others;
    }
  }

  /** Of a policy that stands at a resource or an endpoint. */
  static Finding ofResource(AttachedPolicy holder, AccessRequest request) {
    return of(holder, request, true);
  }

  /** Of a policy of the principal's own. */
  static Finding ofIdentity(AttachedPolicy holder, AccessRequest request) {
    return of(holder, request, false);
  }

  private static Finding of(AttachedPolicy holder, AccessRequest request, boolean withPrincipal) {
    Matching matching = new Matching(request);
    Policy policy = holder.policy();
    Optional<Statement> deny = Optional.empty();
    Optional<Statement> direct = Optional.empty();
    Optional<Statement> account = Optional.empty();
    Optional<Near> nearest = Optional.empty();
    for (Statement statement : policy.statements()) {
      List<Failure> failures = matching.failures(policy, statement, withPrincipal);
      if (statement.effect() == Statement.Effect.DENY) {
        deny = failures.isEmpty() ? deny.or(() -> Optional.of(statement)) : deny;
      } else if (!failures.isEmpty()) {
        Near near = new Near(statement, failures);
        nearest =
            nearest.filter(best -> best.weight() <= near.weight()).or(() -> Optional.of(near));
      } else if (withPrincipal && matching.grant(statement) == Grant.ACCOUNT) {
        account = account.or(() -> Optional.of(statement));
      } else {
        direct = direct.or(() -> Optional.of(statement));
      }
    }
    return new Finding(holder, deny, direct, account, nearest);
  }

  boolean allows() {
    return direct.isPresent() || account.isPresent();
  }

  /** The statement as verdicts name it: {@code policy orders, statement 1 (Sid Read)}. */
  String label(Statement statement) {
    return holder.name().isEmpty()
        ? statement.label()
        : "policy " + holder.name() + ", " + statement.label();
  }

  /** The statement with its place in the policy's text. */
  Rule rule(Statement statement) {
    return new Rule(holder.owner(), label(statement), statement.position().toString());
  }

  /** What came nearest to allowing; none where something allows or no statement could. */
  List<NearMiss> nearMisses() {
    return nearest.stream()
        .map(near -> {
          Failure first = near.failures().getFirst();
          return new NearMiss(
              rule(near.statement()),
              first.element(),
              first.expected(),
              first.found(),
              near.failures().size() - 1);
        })
        .toList();
  }

  static Comparator<Finding> byNearness() {
    return Comparator.comparingInt(
        finding -> finding.nearest().map(Near::weight).orElse(Integer.MAX_VALUE));
  }
}
