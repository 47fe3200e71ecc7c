package dev.skybridge.services.organizations;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Policy;

/**
 * A policy of the organization.
 *
 * @param id {@code p-} and 8 or more characters
 * @param arn its ARN
 * @param name its name, unique among those of its type
 * @param policy what it says
 */
public record ControlPolicy(String id, String arn, String name, ControlType type, Policy policy) {
  public ControlPolicy {
    requireNonNull(id);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(type);
    requireNonNull(policy);
  }

  AttachedPolicy attached() {
    return new AttachedPolicy(arn, name, policy);
  }
}
