package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What gives an instance a role.
 *
 * @param account whose it is
 * @param arn its ARN
 * @param name its name, unique in the account
 * @param id its unique id, {@code AIPA...}
 * @param role the role's name
 * @param tags its tags
 * @param created when it was made; empty where that is not known
 */
public record InstanceProfile(
    AccountId account,
    String arn,
    String name,
    String id,
    Optional<String> role,
    Map<String, String> tags,
    Optional<Instant> created) {
  public InstanceProfile {
    requireNonNull(account);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(role);
    tags = Map.copyOf(tags);
    requireNonNull(created);
  }
}
