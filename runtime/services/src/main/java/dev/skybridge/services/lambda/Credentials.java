package dev.skybridge.services.lambda;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Temporary credentials of a role session. */
public record Credentials(
    String accessKeyId, String secretAccessKey, String sessionToken, Instant expiration) {
  public Credentials {
    requireNonNull(accessKeyId);
    requireNonNull(secretAccessKey);
    requireNonNull(sessionToken);
    requireNonNull(expiration);
  }

  /** Without the secrets: this may land in a message. */
  @Override
  public String toString() {
    return accessKeyId + " (until " + expiration + ")";
  }
}
