package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

/**
 * A policy and who holds it.
 *
 * @param owner the ARN or id of the resource that holds the policy, e.g. a role's ARN
 * @param name the policy's name there, e.g. of an inline policy; may be empty
 * @param policy the policy
 */
public record AttachedPolicy(String owner, String name, Policy policy) {
  public AttachedPolicy {
    requireNonNull(owner);
    requireNonNull(name);
    requireNonNull(policy);
  }
}
