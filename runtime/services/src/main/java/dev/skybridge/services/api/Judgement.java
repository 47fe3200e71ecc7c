package dev.skybridge.services.api;

import dev.skybridge.gate.Step;
import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.ResourcePolicies;
import java.util.List;
import java.util.Optional;

/** Decides calls by all policies that concern their caller: his own and his session's. */
public final class Judgement {
  private Judgement() {}

  /** The caller's policies and the resource's: one within an account, both across accounts. */
  public static Decision identityAndResource(
      Rights rights, Requester requester, Optional<AttachedPolicy> resource, AccessRequest asked) {
    return Access.decide(
        policies(rights, requester),
        new ResourcePolicies(resource, resourceControl(rights, asked)),
        asked);
  }

  /**
   * As {@link #identityAndResource}, with a step of the requester's trace.
   *
   * @param service as it signs, e.g. {@code lambda}
   */
  public static Decision ofCall(
      String service,
      Rights rights,
      Requester requester,
      Optional<AttachedPolicy> resource,
      AccessRequest asked) {
    long start = System.nanoTime();
    Decision decision = identityAndResource(rights, requester, resource, asked);
    requester
        .trace()
        .add(
            new Step(
                service + " authorization",
                asked.action() + " on " + asked.resource(),
                decision.verdict(),
                Math.max(0, System.nanoTime() - start)));
    return decision;
  }

  /** A KMS key's policy or a role's trust policy, which must consent first. */
  public static Decision key(
      Rights rights, Requester requester, AttachedPolicy keyPolicy, AccessRequest asked) {
    return Access.decideKey(
        policies(rights, requester),
        new ResourcePolicies(Optional.of(keyPolicy), resourceControl(rights, asked)),
        asked);
  }

  private static List<List<AttachedPolicy>> resourceControl(Rights rights, AccessRequest asked) {
    return rights.resourceControl(asked.resourceAccount(), asked.action());
  }

  private static PrincipalPolicies policies(Rights rights, Requester requester) {
    return rights
        .principalPolicies(requester.identity())
        .withSession(requester.caller().sessionPolicies());
  }
}
