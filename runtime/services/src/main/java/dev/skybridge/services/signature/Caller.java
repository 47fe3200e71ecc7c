package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import java.util.List;

/**
 * Who sent a signed request.
 *
 * @param identity the session, user or root user
 * @param accessKeyId the access key that signed, {@code AKIA...} or {@code ASIA...}
 * @param userId the unique id ({@code aws:userid}): of a user {@code AIDA...}, of a session its
 *     role's id, a colon and its name
 * @param sessionPolicies the policies given when the session was made; it may do only what these
 *     allow too. Empty where none were given
 * @param bound the condition keys bound to the credentials, e.g. {@code aws:PrincipalOrgID}, {@code
 *     aws:TokenIssueTime}, {@code aws:PrincipalTag/...}; to be put into the context of each request
 */
public record Caller(
    Principal.Identity identity,
    String accessKeyId,
    String userId,
    List<AttachedPolicy> sessionPolicies,
    Context bound) {
  public Caller {
    requireNonNull(identity);
    requireNonNull(accessKeyId);
    requireNonNull(userId);
    sessionPolicies = List.copyOf(sessionPolicies);
    requireNonNull(bound);
  }
}
