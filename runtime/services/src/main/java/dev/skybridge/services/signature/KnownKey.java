package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What is known of an access key.
 *
 * @param secretAccessKey what its owner signs with
 * @param sessionToken what its owner sends along
 * @param expires from when on it is refused
 * @param caller whose it is
 */
public record KnownKey(
    String secretAccessKey, String sessionToken, Instant expires, Caller caller) {
  public KnownKey {
    requireNonNull(secretAccessKey);
    requireNonNull(sessionToken);
    requireNonNull(expires);
    requireNonNull(caller);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "KnownKey[" + caller + ", expires=" + expires + "]";
  }
}
