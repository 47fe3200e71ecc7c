package dev.skybridge.policy;

import dev.skybridge.policy.Decision.Cause;
import dev.skybridge.policy.NearStatements.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weighs the findings of all policies that concern a request. */
final class Judge {
  private final Facts facts;
  private final List<Finding> identity;
  private final @Nullable Finding resource;
  private final @Nullable Finding boundary;
  private final List<Finding> session;
  private final List<List<Finding>> serviceControl;
  private final List<List<Finding>> resourceControl;

  Judge(PrincipalPolicies principal, ResourcePolicies target, AccessRequest request) {
    this.facts = new Facts(request);
    this.identity = findings(PolicyType.IDENTITY, principal.identity());
    this.resource =
        target.own().map(each -> new Finding(PolicyType.RESOURCE, each, facts)).orElse(null);
    this.boundary =
        principal
            .boundary()
            .map(each -> new Finding(PolicyType.PERMISSIONS_BOUNDARY, each, facts))
            .orElse(null);
    this.session = findings(PolicyType.SESSION, principal.session());
    boolean controlled =
        !(request.principal() instanceof Principal.Identity caller && caller.serviceLinked());
    this.serviceControl =
        controlled ? levels(PolicyType.SERVICE_CONTROL, principal.serviceControl()) : List.of();
    this.resourceControl =
        controlled ? levels(PolicyType.RESOURCE_CONTROL, target.resourceControl()) : List.of();
  }

  private List<Finding> findings(PolicyType type, List<AttachedPolicy> policies) {
    List<Finding> findings = new ArrayList<>(policies.size());
    for (AttachedPolicy policy : policies) {
      findings.add(new Finding(type, policy, facts));
    }
    return findings;
  }

  private List<List<Finding>> levels(PolicyType type, List<List<AttachedPolicy>> levels) {
    return levels.isEmpty()
        ? List.of()
        : levels.stream().map(level -> findings(type, level)).toList();
  }

  /** One policy that decides alone. */
  static Decision alone(PolicyType type, AttachedPolicy policy, AccessRequest request) {
    Facts facts = new Facts(request);
    Finding finding = new Finding(type, policy, facts);
    if (finding.denies()) {
      return new Decision(Cause.denied(type), facts, List.of(finding), List.of());
    }
    return finding.allows()
        ? new Decision(Cause.ALLOWED, facts, List.of(finding), List.of())
        : new Decision(Cause.notAllowed(type), facts, List.of(), List.of(new Asked(type, policy)));
  }

  /** Within the account either side, across accounts both. */
  Decision eitherOrBoth() {
    Optional<Decision> refused = deniedOrGuarded();
    if (refused.isPresent()) {
      return refused.get();
    }
    Grant grant = resource == null ? Grant.NONE : resource.grant();
    if (!(facts.request().principal() instanceof Principal.Identity caller)) {
      return grant == Grant.NONE ? silentResource() : allowed(resource);
    }
    if (!caller.account().equals(facts.request().resourceAccount())) {
      return grant == Grant.NONE ? silentResource() : andIdentity(caller);
    }
    if (grant == Grant.DIRECT) {
      return allowed(resource);
    }
    if (grant == Grant.ROLE) {
      return limits().orElseGet(() -> allowed(resource));
    }
    Finding allowing = identityThatAllows();
    if (allowing == null && !caller.root()) {
      return silentIdentity();
    }
    return limits().orElseGet(() -> allowed(allowing));
  }

  /** The resource's policy must allow in any case. */
  Decision resourceFirst() {
    Optional<Decision> refused = deniedOrGuarded();
    if (refused.isPresent()) {
      return refused.get();
    }
    Grant grant = resource == null ? Grant.NONE : resource.grant();
    if (grant == Grant.NONE) {
      return silentResource();
    }
    if (!(facts.request().principal() instanceof Principal.Identity caller)) {
      return allowed(resource);
    }
    boolean foreign = !caller.account().equals(facts.request().resourceAccount());
    if (foreign || grant == Grant.ACCOUNT) {
      return andIdentity(caller);
    }
    return grant == Grant.DIRECT ? allowed(resource) : limits().orElseGet(() -> allowed(resource));
  }

  /** The resource's policy allows; the principal's side must too. */
  private Decision andIdentity(Principal.Identity caller) {
    Finding allowing = identityThatAllows();
    if (allowing == null && !caller.root()) {
      return silentIdentity();
    }
    return limits().orElseGet(() -> allowed(resource, allowing));
  }

  private Optional<Decision> deniedOrGuarded() {
    Finding denying = denying();
    if (denying != null) {
      return Optional.of(
          new Decision(Cause.denied(denying.type()), facts, List.of(denying), List.of()));
    }
    Optional<Decision> guarded = guarded(PolicyType.RESOURCE_CONTROL, resourceControl);
    return guarded.isPresent() ? guarded : guarded(PolicyType.SERVICE_CONTROL, serviceControl);
  }

  private @Nullable Finding denying() {
    Finding denying = denying(identity);
    if (denying != null) {
      return denying;
    }
    if (resource != null && resource.denies()) {
      return resource;
    }
    if (boundary != null && boundary.denies()) {
      return boundary;
    }
    denying = denying(session);
    if (denying != null) {
      return denying;
    }
    denying = denyingLevel(serviceControl);
    return denying == null ? denyingLevel(resourceControl) : denying;
  }

  private static @Nullable Finding denyingLevel(List<List<Finding>> levels) {
    for (List<Finding> level : levels) {
      Finding denying = denying(level);
      if (denying != null) {
        return denying;
      }
    }
    return null;
  }

  private static @Nullable Finding denying(List<Finding> findings) {
    for (Finding finding : findings) {
      if (finding.denies()) {
        return finding;
      }
    }
    return null;
  }

  /** A level of the organization of which no policy allows. */
  private Optional<Decision> guarded(PolicyType type, List<List<Finding>> levels) {
    for (List<Finding> level : levels) {
      if (level.stream().noneMatch(Finding::allows)) {
        return Optional.of(silent(type, level));
      }
    }
    return Optional.empty();
  }

  /** What a permissions boundary or a session policy does not allow. */
  private Optional<Decision> limits() {
    if (boundary != null && !boundary.allows()) {
      return Optional.of(silent(PolicyType.PERMISSIONS_BOUNDARY, List.of(boundary)));
    }
    return session.isEmpty() || session.stream().anyMatch(Finding::allows)
        ? Optional.empty()
        : Optional.of(silent(PolicyType.SESSION, session));
  }

  private @Nullable Finding identityThatAllows() {
    for (Finding finding : identity) {
      if (finding.allows()) {
        return finding;
      }
    }
    return null;
  }

  private Decision allowed(@Nullable Finding... findings) {
    List<Finding> deciding = new ArrayList<>(2);
    for (Finding finding : findings) {
      if (finding != null) {
        deciding.add(finding);
      }
    }
    return new Decision(Cause.ALLOWED, facts, deciding, List.of());
  }

  private Decision silentResource() {
    return silent(PolicyType.RESOURCE, resource == null ? List.of() : List.of(resource));
  }

  private Decision silentIdentity() {
    return silent(PolicyType.IDENTITY, identity);
  }

  private Decision silent(PolicyType type, List<Finding> asked) {
    return new Decision(
        Cause.notAllowed(type),
        facts,
        List.of(),
        asked.stream().map(finding -> new Asked(finding.type(), finding.holder())).toList());
  }
}
