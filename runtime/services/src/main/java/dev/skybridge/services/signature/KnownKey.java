package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of an access key.
 *
 * @param secretAccessKey what its owner signs with
 * @param session for temporary credentials, what comes with them
 * @param caller whose it is
 */
public record KnownKey(String secretAccessKey, Optional<Session> session, Caller caller) {
  public KnownKey {
    requireNonNull(secretAccessKey);
    requireNonNull(session);
    requireNonNull(caller);
  }

  /** Temporary credentials. */
  public static KnownKey temporary(
      String secretAccessKey, String sessionToken, Instant expires, Caller caller) {
    return new KnownKey(secretAccessKey, Optional.of(new Session(sessionToken, expires)), caller);
  }

  /** A long-term key: without a session token, good until it is deleted. */
  public static KnownKey longTerm(String secretAccessKey, Caller caller) {
    return new KnownKey(secretAccessKey, Optional.empty(), caller);
  }

  /** The token that must come along, if one must. */
  Optional<String> sessionToken() {
    return session.map(Session::token);
  }

  /** Whether it is good no more. */
  boolean hasExpired(Instant now) {
    return session.filter(each -> !now.isBefore(each.expires())).isPresent();
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "KnownKey[" + caller + "]";
  }

  /**
   * What temporary credentials have beside a key.
   *
   * @param token what its owner sends along
   * @param expires from when on it is refused
   */
  public record Session(String token, Instant expires) {
    public Session {
      requireNonNull(token);
      requireNonNull(expires);
    }

    /** Without the secret. */
    @Override
    public String toString() {
      return "Session[expires=" + expires + "]";
    }
  }
}
