package dev.skybridge.services.sts;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Policy;
import java.time.Duration;
import java.util.Map;

/**
 * What has to be known of a role to assume it.
 *
 * @param arn its ARN
 * @param name its name
 * @param id its unique id, {@code AROA...}
 * @param account whose it is
 * @param trust who may assume it
 * @param maximumSession how long a session may be at most
 * @param tags its tags, which a session has unless it has its own of that key
 */
public record TrustedRole(
    String arn,
    String name,
    String id,
    AccountId account,
    Policy trust,
    Duration maximumSession,
    Map<String, String> tags) {
  public TrustedRole {
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(account);
    requireNonNull(trust);
    requireNonNull(maximumSession);
    tags = Map.copyOf(tags);
  }
}
