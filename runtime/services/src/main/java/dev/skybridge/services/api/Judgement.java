package dev.skybridge.services.api;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Decision;
import java.util.List;
import java.util.Optional;

/** Decides calls by all policies that concern their caller: his own and his session's. */
public final class Judgement {
  private Judgement() {}

  /** The caller's policies and the resource's: one within an account, both across accounts. */
  public static Decision identityAndResource(
      Rights rights, Requester requester, Optional<AttachedPolicy> resource, AccessRequest asked) {
    return inSession(
        requester,
        asked,
        Access.decide(rights.identityPolicies(requester.identity()), resource, asked));
  }

  /** A KMS key's policy or a role's trust policy, which must consent first. */
  public static Decision key(
      Rights rights, Requester requester, AttachedPolicy keyPolicy, AccessRequest asked) {
    return inSession(
        requester,
        asked,
        Access.decideKey(rights.identityPolicies(requester.identity()), keyPolicy, asked));
  }

  /** A session may do only what its own policies allow too. */
  private static Decision inSession(Requester requester, AccessRequest asked, Decision decision) {
    List<AttachedPolicy> session = requester.caller().sessionPolicies();
    return session.isEmpty() || !decision.allowed()
        ? decision
        : Access.decide(session, Optional.empty(), asked);
  }
}
