package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import java.time.Instant;
import java.util.List;

/**
 * A role session and its temporary credentials.
 *
 * @param accessKeyId {@code ASIA} and 16 more characters
 * @param secretAccessKey 40 characters
 * @param sessionToken what goes into {@code X-Amz-Security-Token}
 * @param expires until when they are good
 * @param identity whose they are
 * @param bound condition keys that every request with these credentials has, e.g. {@code
 *     aws:TokenIssueTime}, {@code aws:PrincipalTag/...}, {@code lambda:SourceFunctionArn}
 * @param assumedRoleId the role's unique id and the session's name
 * @param policies the session policies; none if it may do all that its role may
 * @param tags its tags
 */
public record Session(
    String accessKeyId,
    String secretAccessKey,
    String sessionToken,
    Instant expires,
    Principal.Identity identity,
    Context bound,
    String assumedRoleId,
    List<AttachedPolicy> policies,
    SessionTags tags) {
  public Session {
    requireNonNull(accessKeyId);
    requireNonNull(secretAccessKey);
    requireNonNull(sessionToken);
    requireNonNull(expires);
    requireNonNull(identity);
    requireNonNull(bound);
    requireNonNull(assumedRoleId);
    policies = List.copyOf(policies);
    requireNonNull(tags);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Session[" + accessKeyId + ", " + identity.arn() + ", expires=" + expires + "]";
  }
}
