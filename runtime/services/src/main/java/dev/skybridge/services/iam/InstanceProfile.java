package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import java.util.Optional;

/**
 * What gives an instance a role.
 *
 * @param account whose it is
 * @param arn its ARN
 * @param name its name, unique in the account
 * @param role the role's name
 */
public record InstanceProfile(AccountId account, String arn, String name, Optional<String> role) {
  public InstanceProfile {
    requireNonNull(account);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(role);
  }
}
