package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What GetSecretValue returns.
 *
 * @param arn the secret's ARN
 * @param name the secret's name
 * @param versionId which version
 * @param value its value
 * @param binary whether it is a binary value, then in base64
 * @param stages its staging labels
 * @param created when it was put
 */
public record SecretValue(
    String arn,
    String name,
    String versionId,
    String value,
    boolean binary,
    List<String> stages,
    Instant created) {
  public SecretValue {
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(versionId);
    requireNonNull(value);
    stages = List.copyOf(stages);
    requireNonNull(created);
  }

  /** Without the value. */
  @Override
  public String toString() {
    return "SecretValue[" + arn + ", " + versionId + ", " + stages + "]";
  }
}
