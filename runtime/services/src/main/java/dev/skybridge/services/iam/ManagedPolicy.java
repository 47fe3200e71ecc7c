package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Policy;

/**
 * A policy of its own that roles can have attached.
 *
 * @param arn its ARN
 * @param name its name
 * @param policy what its default version says
 */
public record ManagedPolicy(String arn, String name, Policy policy) {
  public ManagedPolicy {
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(policy);
  }
}
