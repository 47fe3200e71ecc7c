package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A role.
 *
 * @param account whose it is
 * @param arn its ARN, path included
 * @param name its name, unique in the account without regard to case
 * @param id its unique id, {@code AROA...}
 * @param trust who may assume it
 * @param maximumSession how long a session of it may be at most, 1 to 12 hours
 * @param tags its tags, which its sessions have as {@code aws:PrincipalTag}
 * @param boundary the ARN of the managed policy that is its permissions boundary, if it has one
 * @param description what it is for, if somebody said
 * @param created when it was made; empty where that is not known
 */
public record Role(
    AccountId account,
    String arn,
    String name,
    String id,
    Policy trust,
    Duration maximumSession,
    Map<String, String> tags,
    Optional<String> boundary,
    Optional<String> description,
    Optional<Instant> created) {
  public Role {
    requireNonNull(account);
    requireNonNull(arn);
    requireNonNull(name);
    requireNonNull(id);
    requireNonNull(trust);
    requireNonNull(maximumSession);
    tags = Map.copyOf(tags);
    requireNonNull(boundary);
    requireNonNull(description);
    requireNonNull(created);
  }

  /** A role with sessions of an hour, without tags and without boundary. */
  public Role(AccountId account, String arn, String name, String id, Policy trust) {
    this(
        account,
        arn,
        name,
        id,
        trust,
        Duration.ofHours(1),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
