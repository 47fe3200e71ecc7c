package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import java.util.Set;

/**
 * A private hosted zone.
 *
 * @param id e.g. {@code Z0123456789ABCDEFGHIJ}
 * @param name its apex in lower case, without a dot at the end
 * @param vpcIds the VPCs whose resolvers answer from it; at least one, or it would be public
 * @param comment what it is for; may be empty
 */
public record HostedZone(
    AccountId account, String id, String name, Set<String> vpcIds, String comment) {
  public HostedZone {
    requireNonNull(account);
    requireNonNull(id);
    name = ZoneRecord.canonical(name);
    vpcIds = Set.copyOf(vpcIds);
    requireNonNull(comment);
    if (vpcIds.isEmpty()) {
      throw new IllegalArgumentException("vpcIds: none (expected: at least one)");
    }
  }

  /** Whether {@code other} is the apex or a name below it. */
  public boolean holds(String other) {
    return other.equals(name) || other.endsWith("." + name);
  }
}
