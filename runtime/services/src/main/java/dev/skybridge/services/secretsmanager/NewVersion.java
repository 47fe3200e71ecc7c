package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Principal;
import dev.skybridge.services.api.Requester;
import java.util.List;

/**
 * A value to be put.
 *
 * @param requester who puts it
 * @param secretArn into which secret
 * @param versionId the version's id
 * @param value the value; a binary one in base64
 * @param binary whether it is binary
 * @param stages its staging labels
 */
public record NewVersion(
    Requester requester,
    String secretArn,
    String versionId,
    String value,
    boolean binary,
    List<String> stages) {
  public NewVersion {
    requireNonNull(requester);
    requireNonNull(secretArn);
    requireNonNull(versionId);
    requireNonNull(value);
    stages = List.copyOf(stages);
  }

  /** A value that becomes the current one, put by somebody who does not call the API. */
  public NewVersion(
      Principal.Identity caller, String secretArn, String versionId, String value, boolean binary) {
    this(Requester.of(caller), secretArn, versionId, value, binary, List.of(Version.CURRENT));
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "NewVersion[" + secretArn + ", " + versionId + "]";
  }
}
