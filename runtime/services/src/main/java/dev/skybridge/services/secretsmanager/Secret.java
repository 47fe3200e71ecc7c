package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Scope;
import java.util.Map;
import java.util.Optional;

/**
 * A secret, its values apart.
 *
 * @param scope where it lives
 * @param arn its ARN: {@code ...:secret:NAME-xxxxxx}
 * @param name its name, unique in account and Region
 * @param key the KMS key that seals its values: id, ARN or alias; empty for {@code
 *     alias/aws/secretsmanager}
 * @param description what it is for; may be empty
 * @param tags its tags
 */
public record Secret(
    Scope scope,
    String arn,
    String name,
    Optional<String> key,
    String description,
    Map<String, String> tags) {
  public Secret {
    requireNonNull(scope);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(key);
    requireNonNull(description);
    tags = Map.copyOf(tags);
  }

  /**
   * The policy of a secret.
   *
   * @param secretArn the secret's ARN
   * @param text as it was put
   * @param policy what it says
   */
  public record Attached(String secretArn, String text, Policy policy) {
    public Attached {
      requireNonNull(secretArn);
      requireNonNull(text);
      requireNonNull(policy);
    }
  }
}
