package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Policy;

/**
 * A role.
 *
 * @param account whose it is
 * @param arn its ARN, path included
 * @param name its name, unique in the account without regard to case
 * @param id its unique id, {@code AROA...}
 * @param trust who may assume it
 */
public record Role(AccountId account, String arn, String name, String id, Policy trust) {
  public Role {
    requireNonNull(account);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(trust);
  }
}
