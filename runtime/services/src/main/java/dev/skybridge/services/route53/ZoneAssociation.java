package dev.skybridge.services.route53;

import static java.util.Objects.requireNonNull;

/**
 * That the resolver of a VPC answers from a private hosted zone, or, as an authorization, that the
 * VPC's account may bring this about.
 *
 * @param zoneId the zone
 * @param vpcId the VPC, of the zone's account or of another
 */
public record ZoneAssociation(String zoneId, String vpcId) {
  public ZoneAssociation {
    requireNonNull(zoneId);
    requireNonNull(vpcId);
  }
}
