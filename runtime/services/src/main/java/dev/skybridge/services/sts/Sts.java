package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.Organization;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Judgement;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KeyLookup;
import dev.skybridge.services.signature.KnownKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
  private static final String ASSUME = "sts:AssumeRole";
  private static final String TAG = "sts:TagSession";

  /** How long an expired key is still known, so that its owner is told that it is expired. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  /** A session that a session opened is no longer than this. */
  private static final Duration CHAINED = Duration.ofHours(1);

  private final Roles roles;
  private final InstantSource clock;
  private final SessionMaker maker;
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  public Sts(Roles roles, Organization organization, InstantSource clock) {
    this(roles, organization, clock, new SecureRandom());
  }

  Sts(Roles roles, Organization organization, InstantSource clock, RandomGenerator random) {
    this.roles = requireNonNull(roles);
    this.clock = requireNonNull(clock);
    this.maker = new SessionMaker(organization, random);
  }

  /**
   * Whether {@code caller} may assume the role, by the role's trust policy and, where that names
   * the caller's account rather than the caller, by the caller's own policies.
   *
   * @throws AwsException NoSuchEntity if there is no such role
   */
  public Decision mayAssume(Principal caller, String roleArn) {
    TrustedRole role = role(roleArn);
    return decide(caller, role, request(caller, ASSUME, role, Context.empty()));
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
    AccessRequest request = request(caller, ASSUME, role, asked.facts());
    Decision decision = decide(caller, role, request);
    if (!decision.allowed()) {
      throw AccessDenied.of("AccessDenied", 403, decision, request);
    }
    return open(role, asked);
  }

  /**
   * Opens a session for somebody who calls the API. A role that is not there is denied like one
   * that does not trust him.
   *
   * @throws AwsException AccessDenied, ValidationError
   */
  public Session assumeRole(Requester requester, Assumption asked) {
    TrustedRole role = trusting(requester, asked);
    SessionTags inherited =
        session(requester.caller().accessKeyId()).map(Session::tags).orElse(SessionTags.NONE);
    return open(
        role,
        new Assumption(
            asked.roleArn(),
            asked.sessionName(),
            asked.duration(),
            asked.externalId(),
            asked.bound(),
            asked.policies(),
            asked.tags().inherit(inherited)));
  }

  /** The role, if it trusts the caller with what he asks for. */
  private TrustedRole trusting(Requester requester, Assumption asked) {
    asked.check();
    Principal.Identity caller = requester.identity();
    if (caller.arn().endsWith(":root")) {
      throw Trust.ofRoot(requester, asked.roleArn());
    }
    TrustedRole role =
        roles.find(asked.roleArn()).orElseThrow(() -> Trust.noRole(requester, asked.roleArn()));
    Context facts = Facts.both(requester.facts(), asked.facts());
    requireTrust(requester, role, request(caller, ASSUME, role, facts));
    if (!asked.tags().tags().isEmpty()) {
      requireTrust(requester, role, request(caller, TAG, role, facts));
    }
    checkDuration(caller, role, asked.duration());
    return role;
  }

  /**
   * Who would act with the session that somebody asks for; each policy is a step of the requester's
   * trace, and nothing is opened.
   *
   * @return empty where he may not
   */
  public Optional<Caller> judge(Requester requester, Assumption asked) {
    try {
      return Optional.of(caller(maker.ofRole(trusting(requester, asked), asked, clock.instant())));
    } catch (AwsException refused) {
      return Optional.empty();
    }
  }

  /**
   * Opens a session of a user: temporary credentials for what he may do himself.
   *
   * @param duration 15 minutes to 36 hours
   * @throws AwsException AccessDenied for a caller who has temporary credentials already
   */
  public Session sessionToken(Requester requester, Duration duration) {
    if (requester.identity().roleArn().isPresent()
        || sessions.containsKey(requester.caller().accessKeyId())) {
      throw new AwsException(
          "AccessDenied", 403, "Cannot call GetSessionToken with session credentials");
    }
    return keep(maker.ofUser(requester.caller(), clock.instant().plus(duration), clock.instant()));
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
                caller(session)));
  }

  /** Who would act with such a session, if it were opened; nothing is opened. */
  public Optional<Caller> foresee(Assumption asked) {
    return roles
        .find(asked.roleArn())
        .map(role -> caller(maker.ofRole(role, asked, clock.instant())));
  }

  private static Caller caller(Session session) {
    return new Caller(
        session.identity(),
        session.accessKeyId(),
        session.assumedRoleId(),
        session.policies(),
        session.bound());
  }

  private Session open(TrustedRole role, Assumption asked) {
    return keep(maker.ofRole(role, asked, clock.instant()));
  }

  private Session keep(Session session) {
    Instant limit = clock.instant().minus(REMEMBERED);
    sessions.values().removeIf(each -> each.expires().isBefore(limit));
    sessions.put(session.accessKeyId(), session);
    return session;
  }

  private static void checkDuration(
      Principal.Identity caller, TrustedRole role, Duration duration) {
    if (caller.roleArn().isPresent() && duration.compareTo(CHAINED) > 0) {
      throw new AwsException(
          "ValidationError",
          400,
          "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role"
              + " chaining.");
    }
    if (duration.compareTo(role.maximumSession()) > 0) {
      throw new AwsException(
          "ValidationError",
          400,
          "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }
  }

  private TrustedRole role(String roleArn) {
    return roles
        .find(roleArn)
        .orElseThrow(
            () -> new AwsException("NoSuchEntity", 404, "Role " + roleArn + " cannot be found."));
  }

  private AccessRequest request(Principal caller, String action, TrustedRole role, Context facts) {
    Context.Builder all = facts.toBuilder();
    role.tags().forEach((key, value) -> all.put("aws:ResourceTag/" + key, value));
    return new AccessRequest(caller, action, role.arn(), role.account(), all.build());
  }

  private Decision decide(Principal caller, TrustedRole role, AccessRequest request) {
    PrincipalPolicies policies =
        caller instanceof Principal.Identity known
            ? roles.principalPolicies(known)
            : PrincipalPolicies.none();
    AttachedPolicy trust = new AttachedPolicy(role.arn(), "", role.trust());
    ResourcePolicies resource =
        ResourcePolicies.of(trust)
            .withResourceControl(roles.resourceControl(role.account(), request.action()));
    return Access.decideKey(policies, resource, request);
  }

  private void requireTrust(Requester requester, TrustedRole role, AccessRequest request) {
    long start = System.nanoTime();
    Decision decision =
        Judgement.key(roles, requester, new AttachedPolicy(role.arn(), "", role.trust()), request);
    Trust.note(requester, role.arn(), decision, System.nanoTime() - start);
    if (!decision.allowed()) {
      throw Trust.denied(decision, request);
    }
  }
}
