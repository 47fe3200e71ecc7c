package dev.skybridge.policy;

import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Decision.Cause;
import java.util.List;
import java.util.Optional;

/** Weighs the findings of all policies that concern a request. */
final class Judge {
  private final AccessRequest request;
  private final List<Finding> identity;
  private final Optional<Finding> resource;

  Judge(List<AttachedPolicy> identity, Optional<AttachedPolicy> resource, AccessRequest request) {
    this.request = request;
    this.identity = identity.stream().map(each -> Finding.ofIdentity(each, request)).toList();
    this.resource = resource.map(each -> Finding.ofResource(each, request));
  }

  /** One policy that decides alone. */
  static Decision alone(
      AttachedPolicy policy, AccessRequest request, Cause denied, Cause notAllowed) {
    Finding finding = Finding.ofResource(policy, request);
    Judge judge = new Judge(List.of(), Optional.of(policy), request);
    return finding
        .deny()
        .map(statement -> judge.deny(finding, statement, denied))
        .or(() -> allowed(finding))
        .orElseGet(() -> judge.silent(finding, notAllowed));
  }

  /** Within the account either side, across accounts both. */
  Decision eitherOrBoth() {
    Optional<Decision> denied = denied();
    if (denied.isPresent()) {
      return denied.get();
    }
    if (!(request.principal() instanceof Principal.Identity caller)) {
      return resource.flatMap(Judge::allowed).orElseGet(this::noResource);
    }
    Optional<Finding> allowing = identity.stream().filter(Finding::allows).findFirst();
    if (caller.account().equals(request.resourceAccount())) {
      return resource
          .filter(finding -> finding.direct().isPresent())
          .flatMap(Judge::allowed)
          .or(() -> allowing.flatMap(Judge::allowed))
          .orElseGet(this::noIdentity);
    }
    if (resource.filter(Finding::allows).isEmpty()) {
      return noResource();
    }
    return allowing.map(finding -> both(resource.get(), finding)).orElseGet(this::noIdentity);
  }

  /** The resource's policy must allow in any case. */
  Decision resourceFirst() {
    Optional<Decision> denied = denied();
    if (denied.isPresent()) {
      return denied.get();
    }
    Optional<Finding> policy = resource.filter(Finding::allows);
    if (policy.isEmpty()) {
      return noResource();
    }
    boolean foreign =
        request.principal() instanceof Principal.Identity caller
            && !caller.account().equals(request.resourceAccount());
    if (policy.get().direct().isPresent() && !foreign) {
      return allowed(policy.get()).orElseThrow();
    }
    return identity.stream()
        .filter(Finding::allows)
        .findFirst()
        .map(finding -> both(policy.get(), finding))
        .orElseGet(this::noIdentity);
  }

  private Optional<Decision> denied() {
    Optional<Decision> byIdentity =
        identity.stream()
            .flatMap(finding ->
                finding.deny().stream()
                    .map(statement -> deny(finding, statement, Cause.DENIED_BY_IDENTITY)))
            .findFirst();
    return byIdentity.or(() ->
        resource.flatMap(finding ->
            finding.deny().map(statement -> deny(finding, statement, Cause.DENIED_BY_RESOURCE))));
  }

  private Decision deny(Finding finding, Statement statement, Cause cause) {
    String label = finding.label(statement);
    return new Decision(
        Verdict.deny(finding.rule(statement), label + " denies " + what() + " explicitly"), cause);
  }

  private static Optional<Decision> allowed(Finding finding) {
    return finding
        .direct()
        .or(finding::account)
        .map(
            statement -> new Decision(new Verdict.Allowed(finding.rule(statement)), Cause.ALLOWED));
  }

  private static Decision both(Finding resource, Finding identity) {
    Statement one = resource.direct().or(resource::account).orElseThrow();
    Statement other = identity.direct().orElseThrow();
    String text =
        resource.label(one) + ", and " + identity.holder().owner() + " " + identity.label(other);
    return new Decision(Verdict.allow(resource.holder().owner(), text), Cause.ALLOWED);
  }

  private Decision noResource() {
    return resource
        .map(finding -> silent(finding, Cause.NOT_ALLOWED_BY_RESOURCE))
        .orElseGet(() ->
            new Decision(
                Verdict.refuse(
                    request.resource(),
                    "no resource policy",
                    "the resource has no policy that allows " + what()),
                Cause.NOT_ALLOWED_BY_RESOURCE));
  }

  private Decision noIdentity() {
    return identity.stream()
        .min(Finding.byNearness())
        .map(finding -> silent(finding, Cause.NOT_ALLOWED_BY_IDENTITY))
        .orElseGet(() ->
            new Decision(
                Verdict.refuse(
                    request.principal().name(),
                    "no identity policy",
                    "the principal has no policy that allows " + what()),
                Cause.NOT_ALLOWED_BY_IDENTITY));
  }

  private Decision silent(Finding finding, Cause cause) {
    String rule =
        finding
            .nearest()
            .map(near -> "no matching Allow; nearest " + finding.label(near.statement()))
            .orElse("no Allow statement");
    String reason =
        "no statement allows "
            + what()
            + finding
                .nearest()
                .map(near ->
                    "; nearest is " + finding.label(near.statement()) + ": " + near.reason())
                .orElse("");
    return new Decision(
        Verdict.silent(new Rule(finding.holder().owner(), rule), reason, finding.nearMisses()),
        cause);
  }

  private String what() {
    return request.action() + " on " + request.resource() + " to " + request.principal().name();
  }
}
