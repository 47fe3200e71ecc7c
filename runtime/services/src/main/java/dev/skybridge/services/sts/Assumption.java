package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.services.AwsException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What AssumeRole is asked for.
 *
 * @param roleArn which role
 * @param sessionName 2-64 characters of {@code [A-Za-z0-9_+=,.@-]}; Lambda takes the function's
 *     name
 * @param duration 15 minutes to 12 hours
 * @param externalId what the role's trust policy may ask of strangers ({@code sts:ExternalId})
 * @param bound condition keys that the caller binds to the credentials, e.g. Lambda {@code
 *     lambda:SourceFunctionArn}
 * @param policies session policies: the session may do only what they allow too; none for all that
 *     the role may
 * @param tags the session's tags
 */
public record Assumption(
    String roleArn,
    String sessionName,
    Duration duration,
    Optional<String> externalId,
    Context bound,
    List<AttachedPolicy> policies,
    SessionTags tags) {
  private static final Duration MINIMUM = Duration.ofMinutes(15);
  private static final Duration MAXIMUM = Duration.ofHours(12);

  public Assumption {
    requireNonNull(roleArn);
    requireNonNull(sessionName);
    requireNonNull(duration);
    requireNonNull(externalId);
    requireNonNull(bound);
    policies = List.copyOf(policies);
    requireNonNull(tags);
  }

  /** A session that may do all that its role may, without tags. */
  public Assumption(
      String roleArn,
      String sessionName,
      Duration duration,
      Optional<String> externalId,
      Context bound) {
    this(roleArn, sessionName, duration, externalId, bound, List.of(), SessionTags.NONE);
  }

  /** A session of an hour, without external id and with nothing bound to it. */
  public static Assumption of(String roleArn, String sessionName) {
    return new Assumption(
        roleArn, sessionName, Duration.ofHours(1), Optional.empty(), Context.empty());
  }

  void check() {
    if (!sessionName.matches("[\\w+=,.@-]{2,64}")) {
      throw invalid("roleSessionName: " + sessionName + " (expected: 2-64 of [\\w+=,.@-])");
    }
    if (duration.compareTo(MINIMUM) < 0 || duration.compareTo(MAXIMUM) > 0) {
      throw invalid("durationSeconds: " + duration.toSeconds() + " (expected: 900-43200)");
    }
    tags.check();
  }

  /** The condition keys of the call. */
  Context facts() {
    Context.Builder facts = Context.builder().put("sts:RoleSessionName", sessionName);
    externalId.ifPresent(id -> facts.put("sts:ExternalId", id));
    tags.addRequestFacts(facts);
    return facts.build();
  }

  private static AwsException invalid(String message) {
    return new AwsException("ValidationError", 400, message);
  }
}
