package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Policy;

/**
 * A policy that is part of a role.
 *
 * @param account the role's account
 * @param role the role's name
 * @param name the policy's name, unique in the role
 * @param policy what it says
 */
public record InlinePolicy(AccountId account, String role, String name, Policy policy) {
  public InlinePolicy {
    requireNonNull(account);
    requireNonNull(role);
    requireNonNull(name);
    requireNonNull(policy);
  }
}
