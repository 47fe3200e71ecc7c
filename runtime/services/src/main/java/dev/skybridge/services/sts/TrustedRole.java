package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Policy;

/**
 * What has to be known of a role to assume it.
 *
 * @param arn its ARN
 * @param name its name
 * @param id its unique id, {@code AROA...}
 * @param account whose it is
 * @param trust who may assume it
 */
public record TrustedRole(String arn, String name, String id, AccountId account, Policy trust) {
  public TrustedRole {
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(account);
    requireNonNull(trust);
  }
}
