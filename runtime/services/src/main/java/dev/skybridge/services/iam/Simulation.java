package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.DecidingStatement;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.PolicyType;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Simulated requests: decided by the evaluator that decides real ones.
 *
 * @param policies what is looked at
 * @param caller who asks
 * @param owner whose the resources are that do not say so in their ARN
 * @param context the condition keys of each request
 */
record Simulation(
    SimulatedPolicies policies, Principal.Identity caller, AccountId owner, Context context) {
  Simulation {
    requireNonNull(policies);
    requireNonNull(caller);
    requireNonNull(owner);
    requireNonNull(context);
  }

  /**
   * What came of one action on one resource.
   *
   * @param decision the decision
   * @param matched the statements that determine it: of a refusal those that deny
   * @param missing the condition keys that policies ask for and the request has not got
   * @param boundary whether the permissions boundary allows; empty if there is none
   * @param organization whether the service control policies allow
   * @param details what each side decides alone; empty unless it is across accounts
   */
  record Outcome(
      String resource,
      Decision decision,
      List<DecidingStatement> matched,
      List<String> missing,
      Optional<Boolean> boundary,
      boolean organization,
      Optional<Sides> details) {}

  /** What the principal's policies and the resource's decide, each alone. */
  record Sides(Verdict identity, Verdict resource) {}

  /** A decision as IAM's API names it, the stricter later. */
  enum Verdict {
    ALLOWED("allowed"),
    IMPLICIT_DENY("implicitDeny"),
    EXPLICIT_DENY("explicitDeny");

    private final String text;

    Verdict(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }

    static Verdict of(Decision decision) {
      if (decision.allowed()) {
        return ALLOWED;
      }
      return decision.cause().explicit() ? EXPLICIT_DENY : IMPLICIT_DENY;
    }

    private static Verdict of(List<DecidingStatement> matching) {
      if (matching.stream().anyMatch(Simulation::denies)) {
        return EXPLICIT_DENY;
      }
      return matching.isEmpty() ? IMPLICIT_DENY : ALLOWED;
    }
  }

  Outcome outcome(String action, String resource) {
    AccessRequest request = request(action, resource);
    Decision decision = decide(request);
    List<DecidingStatement> identity =
        matching(PolicyType.IDENTITY, policies.principal().identity(), request);
    List<DecidingStatement> ofResource =
        matching(PolicyType.RESOURCE, policies.resource().stream().toList(), request);
    Optional<List<DecidingStatement>> boundary =
        policies
            .principal()
            .boundary()
            .map(limit -> matching(PolicyType.PERMISSIONS_BOUNDARY, List.of(limit), request));
    boolean foreign = !request.resourceAccount().equals(caller.account());
    return new Outcome(
        resource,
        decision,
        determining(decision, ofResource, identity, boundary.orElse(List.of())),
        policies.contextKeys().stream().filter(key -> request.values(key).isEmpty()).toList(),
        boundary.map(limit -> Verdict.of(limit) == Verdict.ALLOWED),
        organizationAllows(request),
        foreign
            ? Optional.of(new Sides(Verdict.of(identity), Verdict.of(ofResource)))
            : Optional.empty());
  }

  /**
   * Without a resource policy the principal's side alone is simulated, whosever the resource is: as
   * AWS's simulator, this one fetches no policies of resources.
   */
  private AccessRequest request(String action, String resource) {
    AccountId account = accountOf(resource);
    return new AccessRequest(
        caller,
        action,
        resource,
        policies.resource().isPresent() ? account : caller.account(),
        Context.builder().put("aws:ResourceAccount", account.value()).putAll(context).build());
  }

  private AccountId accountOf(String resource) {
    return Optional.of(resource)
        .filter(Arn::isArn)
        .map(text -> Arn.parse(text).account())
        .filter(text -> text.matches("\\d{12}"))
        .map(AccountId::new)
        .orElse(owner);
  }

  /** A KMS key's policy and a role's trust policy must consent in any case. */
  private Decision decide(AccessRequest request) {
    String action = request.action().toLowerCase(Locale.ROOT);
    boolean consent =
        policies.resource().isPresent()
            && (action.startsWith("kms:") || action.startsWith("sts:assume"));
    return consent
        ? Access.decideKey(policies.principal(), policies.resourcePolicies(), request)
        : Access.decide(policies.principal(), policies.resourcePolicies(), request);
  }

  private static List<DecidingStatement> determining(
      Decision decision,
      List<DecidingStatement> resource,
      List<DecidingStatement> identity,
      List<DecidingStatement> boundary) {
    return switch (Verdict.of(decision)) {
      case ALLOWED -> Stream.concat(resource.stream(), identity.stream()).toList();
      case EXPLICIT_DENY ->
          Stream.of(resource, identity, boundary)
              .flatMap(List::stream)
              .filter(Simulation::denies)
              .toList();
      case IMPLICIT_DENY -> List.of();
    };
  }

  /** Each level of the organization must allow, and none deny. */
  private boolean organizationAllows(AccessRequest request) {
    return policies.principal().serviceControl().stream()
        .map(level -> matching(PolicyType.SERVICE_CONTROL, level, request))
        .allMatch(level -> Verdict.of(level) == Verdict.ALLOWED);
  }

  private static boolean denies(DecidingStatement statement) {
    return statement.statement().effect() == Statement.Effect.DENY;
  }

  private static List<DecidingStatement> matching(
      PolicyType type, List<AttachedPolicy> all, AccessRequest request) {
    List<DecidingStatement> matching = new ArrayList<>();
    all.forEach(policy -> matching.addAll(Access.matching(type, policy, request)));
    return matching;
  }
}
