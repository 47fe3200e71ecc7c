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

  /**
   * The statements of one policy that match a request, in their order; those that allow beside
   * those that deny. Alone they decide nothing.
   *
   * @param type what the policy is for: of some types the Principal element counts
   */
  public static List<DecidingStatement> matching(
      PolicyType type, AttachedPolicy policy, AccessRequest request) {
    Facts facts = new Facts(request);
    return policy.policy().match().all().stream()
        .filter(match -> match.grant(type, facts) != Grant.NONE)
        .filter(match -> match.matches(facts))
        .map(match -> new DecidingStatement(type, policy, match.statement(), match.facts(facts)))
        .toList();
  }

  /**
   * A gateway endpoint's policy: no Deny may match, and an Allow must. An Allow whose Principal is
   * not {@code "*"} matches root users only; others are to be named by {@code aws:PrincipalArn}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Policies
   *     for gateway endpoints</a>
   */
  public static Decision decideGatewayEndpoint(AttachedPolicy policy, AccessRequest request) {
    return Judge.alone(PolicyType.GATEWAY_ENDPOINT, policy, request);
  }

  /** An interface endpoint's policy: no Deny may match, and an Allow must. */
  public static Decision decideEndpoint(AttachedPolicy policy, AccessRequest request) {
    return Judge.alone(PolicyType.VPC_ENDPOINT, policy, request);
  }

  /** As {@link #decideEndpoint}, the verdict alone. */
  public static Verdict endpoint(AttachedPolicy policy, AccessRequest request) {
    return decideEndpoint(policy, request).verdict();
  }

  /** A resource's policy that decides alone: no credentials, or an AWS service calls. */
  public static Decision decideResourceOnly(AttachedPolicy policy, AccessRequest request) {
    return Judge.alone(PolicyType.RESOURCE, policy, request);
  }

  /** As {@link #decideResourceOnly}, the verdict alone. */
  public static Verdict resourceOnly(AttachedPolicy policy, AccessRequest request) {
    return decideResourceOnly(policy, request).verdict();
  }

  /**
   * The principal's policies and the resource's: within an account one side must allow, across
   * accounts both. What limits the principal, its permissions boundary and its session policies,
   * must allow too, unless within the account the resource's policy allows the user or the session
   * itself, or everybody. The organization's policies must allow at every level; they do not hold
   * for service-linked roles. An account's root user needs no Allow of its own. A Deny anywhere
   * decides first.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How
   *     AWS enforcement code logic evaluates requests</a>
   */
  public static Decision decide(
      PrincipalPolicies principal, ResourcePolicies resource, AccessRequest request) {
    return new Judge(principal, resource, request).eitherOrBoth();
  }

  /** As {@link #decide(PrincipalPolicies, ResourcePolicies, AccessRequest)}. */
  public static Decision decide(
      List<AttachedPolicy> identity, Optional<AttachedPolicy> resource, AccessRequest request) {
    return decide(
        PrincipalPolicies.of(identity), new ResourcePolicies(resource, List.of()), request);
  }

  /** As {@link #decide}, the verdict alone. */
  public static Verdict identityAndResource(
      List<AttachedPolicy> identity, Optional<AttachedPolicy> resource, AccessRequest request) {
    return decide(identity, resource, request).verdict();
  }

  /**
   * A KMS key or a role's trust policy: the resource's policy must allow in any case; where it
   * allows the account rather than the principal, or the principal is of another account, the
   * principal's policies must too. Boundary, session and organization as in {@link #decide}.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html">Troubleshooting
   *     AWS KMS permissions</a>
   */
  public static Decision decideKey(
      PrincipalPolicies principal, ResourcePolicies key, AccessRequest request) {
    return new Judge(principal, key, request).resourceFirst();
  }

  /** As {@link #decideKey(PrincipalPolicies, ResourcePolicies, AccessRequest)}. */
  public static Decision decideKey(
      List<AttachedPolicy> identity, AttachedPolicy keyPolicy, AccessRequest request) {
    return decideKey(PrincipalPolicies.of(identity), ResourcePolicies.of(keyPolicy), request);
  }

  /** As {@link #decideKey}, the verdict alone. */
  public static Verdict key(
      List<AttachedPolicy> identity, AttachedPolicy keyPolicy, AccessRequest request) {
    return decideKey(identity, keyPolicy, request).verdict();
  }

  /**
   * The invocation of an API's method. Unsigned, the API's policy decides alone; signed, the
   * caller's policies and the API's: in one account one of them must allow (table A), across
   * accounts both (table B).
   *
   * @param policy the API's policy; without one, an unsigned call is refused here: whether an API
   *     needs a policy at all is for its front to know
   * @see <a
   *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-authorization-flow.html">How
   *     API Gateway resource policies affect authorization workflow</a>
   */
  public static Decision decideInvocation(
      PrincipalPolicies principal, Optional<AttachedPolicy> policy, AccessRequest request) {
    return decide(principal, new ResourcePolicies(policy, List.of()), request);
  }
}
