package dev.skybridge.services.route53;

import dev.skybridge.policy.AccountId;
import dev.skybridge.services.AwsException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which VPCs zones are associated with beside those that they were made with, and which an account
 * has authorized for its zones. Not thread-safe: {@link Route53} holds its lock.
 */
final class Associations {
  private final Set<ZoneAssociation> made = new LinkedHashSet<>();
  private final Set<ZoneAssociation> authorized = new LinkedHashSet<>();

  Set<ZoneAssociation> made() {
    return made;
  }

  Set<ZoneAssociation> authorized() {
    return authorized;
  }

  /** All VPCs of a zone: those it was made with first. */
  Set<String> vpcs(HostedZone zone) {
    Set<String> vpcs = new LinkedHashSet<>(zone.vpcIds());
    made.stream()
        .filter(association -> association.zoneId().equals(zone.id()))
        .forEach(association -> vpcs.add(association.vpcId()));
    return vpcs;
  }

  /** Refuses a zone of another account that this account has not authorized for the VPC. */
  void check(HostedZone zone, ZoneAssociation wanted, AccountId vpcOwner) {
    if (!zone.account().equals(vpcOwner) && !authorized.contains(wanted)) {
      throw new AwsException(
          "NotAuthorizedException",
          401,
          "The VPC: %s has not authorized to associate with your hosted zone."
              .formatted(wanted.vpcId()));
    }
    if (vpcs(zone).contains(wanted.vpcId())) {
      throw new AwsException(
          "InvalidVPCId",
          400,
          "The VPC %s is already associated with the hosted zone %s"
              .formatted(wanted.vpcId(), zone.id()));
    }
  }
}
