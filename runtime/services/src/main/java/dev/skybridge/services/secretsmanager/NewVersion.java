package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Principal;

/**
 * A value to be put.
 *
 * @param caller who puts it
 * @param secretArn into which secret
 * @param versionId the version's id
 * @param value the value; a binary one in base64
 * @param binary whether it is binary
 */
public record NewVersion(
    Principal.Identity caller, String secretArn, String versionId, String value, boolean binary) {
  public NewVersion {
    requireNonNull(caller);
    requireNonNull(secretArn);
    requireNonNull(versionId);
    requireNonNull(value);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "NewVersion[" + secretArn + ", " + versionId + "]";
  }
}
