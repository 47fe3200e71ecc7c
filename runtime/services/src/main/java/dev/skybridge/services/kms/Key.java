package dev.skybridge.services.kms;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Scope;
import java.time.Duration;
import java.util.Optional;

/**
 * A symmetric key.
 *
 * @param scope where it lives
 * @param id a UUID
 * @param policy who may use it
 * @param enabled whether it may be used at all
 * @param rotation how long its bytes are used to encrypt before new ones take their place
 * @param managedBy for an AWS managed key, the service it is for, e.g. {@code secretsmanager}
 * @param description what it is for; may be empty
 */
public record Key(
    Scope scope,
    String id,
    Policy policy,
    boolean enabled,
    Optional<Duration> rotation,
    Optional<String> managedBy,
    String description) {
  public Key {
    requireNonNull(scope);
    requireNonNull(id);
    requireNonNull(policy);
    requireNonNull(rotation);
    requireNonNull(managedBy);
    requireNonNull(description);
  }

  /** A key without a description. */
  public Key(
      Scope scope,
      String id,
      Policy policy,
      boolean enabled,
      Optional<Duration> rotation,
      Optional<String> managedBy) {
    this(scope, id, policy, enabled, rotation, managedBy, "");
  }

  /** Its ARN. */
  public String arn() {
    return arn(scope, id);
  }

  static String arn(Scope scope, String id) {
    return scope.arn("kms", "key/" + id).toString();
  }
}
