package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * The policies that come with a principal.
 *
 * @param identity what it may do: the managed and inline policies of a user and its groups, or of a
 *     role
 * @param boundary the most that its identity policies can give, if there is one
 * @param session what was passed when its session was opened; none if nothing was
 * @param serviceControl the service control policies that hold for its account: one list for the
 *     organization's root, one for each organizational unit on the way, one for the account; each
 *     must allow. None if it is in no organization or in the management account
 */
public record PrincipalPolicies(
    List<AttachedPolicy> identity,
    Optional<AttachedPolicy> boundary,
    List<AttachedPolicy> session,
    List<List<AttachedPolicy>> serviceControl) {
  private static final PrincipalPolicies NONE = of(List.of());

  public PrincipalPolicies {
    identity = List.copyOf(identity);
    requireNonNull(boundary);
    session = List.copyOf(session);
    serviceControl = serviceControl.stream().map(List::copyOf).toList();
  }

  /** No policies: of somebody without credentials, or of an AWS service. */
  public static PrincipalPolicies none() {
    return NONE;
  }

  /** Identity policies alone. */
  public static PrincipalPolicies of(List<AttachedPolicy> identity) {
    return new PrincipalPolicies(identity, Optional.empty(), List.of(), List.of());
  }

  /** These, and a permissions boundary. */
  public PrincipalPolicies withBoundary(AttachedPolicy policy) {
    return new PrincipalPolicies(identity, Optional.of(policy), session, serviceControl);
  }

  /** These, and session policies. */
  public PrincipalPolicies withSession(List<AttachedPolicy> policies) {
    return new PrincipalPolicies(identity, boundary, policies, serviceControl);
  }

  /** These, and service control policies. */
  public PrincipalPolicies withServiceControl(List<List<AttachedPolicy>> levels) {
    return new PrincipalPolicies(identity, boundary, session, levels);
  }
}
