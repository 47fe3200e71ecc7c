package dev.skybridge.policy;

import dev.skybridge.gate.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Decides requests by policies. Pure: every answer names the owner and the statement that decided,
 * and at a refusal the statement that came nearest and what of it did not fit.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
public final class Access {
  private Access() {}

  /** A VPC endpoint's policy: no Deny may match, and an Allow must. */
  public static Verdict endpoint(AttachedPolicy policy, AccessRequest request) {
    return decideEndpoint(policy, request).verdict();
  }

  /** As {@link #endpoint}, with the cause. */
  public static Decision decideEndpoint(AttachedPolicy policy, AccessRequest request) {
    return Judge.alone(
        policy, request, Decision.Cause.DENIED_BY_ENDPOINT, Decision.Cause.NOT_ALLOWED_BY_ENDPOINT);
  }

  /** A resource's policy that decides alone: no credentials, or an AWS service calls. */
  public static Verdict resourceOnly(AttachedPolicy policy, AccessRequest request) {
    return decideResourceOnly(policy, request).verdict();
  }

  /** As {@link #resourceOnly}, with the cause. */
  public static Decision decideResourceOnly(AttachedPolicy policy, AccessRequest request) {
    return Judge.alone(
        policy, request, Decision.Cause.DENIED_BY_RESOURCE, Decision.Cause.NOT_ALLOWED_BY_RESOURCE);
  }

  /**
   * The principal's policies and the resource's: within an account one of them must allow, across
   * accounts both.
   */
  public static Verdict identityAndResource(
      List<AttachedPolicy> identity, Optional<AttachedPolicy> resource, AccessRequest request) {
    return decide(identity, resource, request).verdict();
  }

  /** As {@link #identityAndResource}, with the cause. */
  public static Decision decide(
      List<AttachedPolicy> identity, Optional<AttachedPolicy> resource, AccessRequest request) {
    return new Judge(identity, resource, request).eitherOrBoth();
  }

  /**
   * A KMS key or a role's trust policy: the resource's policy must allow; where it allows the
   * account rather than the principal, the principal's policies must too.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html">Troubleshooting
   *     AWS KMS permissions</a>
   */
  public static Verdict key(
      List<AttachedPolicy> identity, AttachedPolicy keyPolicy, AccessRequest request) {
    return decideKey(identity, keyPolicy, request).verdict();
  }

  /** As {@link #key}, with the cause. */
  public static Decision decideKey(
      List<AttachedPolicy> identity, AttachedPolicy keyPolicy, AccessRequest request) {
    return new Judge(identity, Optional.of(keyPolicy), request).resourceFirst();
  }
}
