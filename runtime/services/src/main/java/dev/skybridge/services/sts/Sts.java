package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KeyLookup;
import dev.skybridge.services.signature.KnownKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * The Security Token Service: sessions of roles. They live in memory only; after a restart
 * everybody assumes its role anew. Thread-safe.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
public final class Sts implements KeyLookup {
  private static final String ACTION = "sts:AssumeRole";
  private static final String KEY_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  /** How long an expired key is still known, so that its owner is told that it is expired. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final Roles roles;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public Sts(Roles roles, InstantSource clock) {
    this(roles, clock, new SecureRandom());
  }

  Sts(Roles roles, InstantSource clock, RandomGenerator random) {
    this.roles = requireNonNull(roles);
    this.clock = requireNonNull(clock);
    this.random = requireNonNull(random);
  }

  /**
   * Whether {@code caller} may assume the role, by the role's trust policy and, where that names
   * the caller's account rather than the caller, by the caller's own policies.
   *
   * @throws AwsException NoSuchEntity if there is no such role
   */
  public Decision mayAssume(Principal caller, String roleArn) {
    TrustedRole role = role(roleArn);
    return decide(caller, role, request(caller, role, Context.empty()));
  }

  /**
   * Opens a session.
   *
   * @param caller e.g. the service {@code lambda.amazonaws.com}
   * @param asked which role, and how
   * @throws AwsException AccessDenied if the trust policy does not let the caller, NoSuchEntity if
   *     there is no such role, ValidationError for a bad name or duration
   */
  public Session assumeRole(Principal caller, Assumption asked) {
    asked.check();
    TrustedRole role = role(asked.roleArn());
    AccessRequest request = request(caller, role, asked.facts());
    Decision decision = decide(caller, role, request);
    if (!decision.allowed()) {
      throw AccessDenied.of("AccessDenied", 403, decision, request);
    }
    forgetExpired();
    Session session = session(role, asked);
    sessions.put(session.accessKeyId(), session);
    return session;
  }

  /** The session that has this access key. */
  public Optional<Session> session(String accessKeyId) {
    return Optional.ofNullable(sessions.get(accessKeyId));
  }

  /** Ends a session: its key is unknown from now on. */
  public void end(Session session) {
    sessions.remove(session.accessKeyId());
  }

  @Override
  public Optional<KnownKey> find(String accessKeyId) {
    return session(accessKeyId)
        .map(session ->
            KnownKey.temporary(
                session.secretAccessKey(),
                session.sessionToken(),
                session.expires(),
                new Caller(
                    session.identity(),
                    session.accessKeyId(),
                    session.assumedRoleId(),
                    List.of(),
                    session.bound())));
  }

  private TrustedRole role(String roleArn) {
    return roles
        .find(roleArn)
        .orElseThrow(
            () -> new AwsException("NoSuchEntity", 404, "Role " + roleArn + " cannot be found."));
  }

  private static AccessRequest request(Principal caller, TrustedRole role, Context facts) {
    return new AccessRequest(caller, ACTION, role.arn(), role.account(), facts);
  }

  private Decision decide(Principal caller, TrustedRole role, AccessRequest request) {
    List<AttachedPolicy> identity =
        caller instanceof Principal.Identity known ? roles.identityPolicies(known) : List.of();
    return Access.decideKey(identity, new AttachedPolicy(role.arn(), "", role.trust()), request);
  }

  private Session session(TrustedRole role, Assumption asked) {
    Arn arn =
        new Arn(
            Arn.parse(role.arn()).partition(),
            "sts",
            "",
            role.account().value(),
            "assumed-role/" + role.name() + "/" + asked.sessionName());
    return new Session(
        "ASIA" + letters(16),
        base64(30),
        base64(270),
        clock.instant().plus(asked.duration()),
        Principal.Identity.session(arn.toString(), role.arn(), role.account()),
        asked.bound(),
        role.id() + ":" + asked.sessionName());
  }

  private String letters(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(KEY_ALPHABET.charAt(random.nextInt(KEY_ALPHABET.length())));
    }
    return text.toString();
  }

  private String base64(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void forgetExpired() {
    Instant limit = clock.instant().minus(REMEMBERED);
    sessions.values().removeIf(session -> session.expires().isBefore(limit));
  }
}
