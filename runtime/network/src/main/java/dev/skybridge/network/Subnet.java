package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

/**
 * A part of a VPC's addresses in one Availability Zone.
 *
 * @param id e.g. {@code subnet-0a1b}
 * @param vpcId the VPC it belongs to
 * @param cidr its block
 */
public record Subnet(String id, String vpcId, Cidr cidr) {
  public Subnet {
    requireNonNull(id);
    requireNonNull(vpcId);
    requireNonNull(cidr);
  }
}
