package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A network card in a subnet: what has an address has one of these.
 *
 * @param id e.g. {@code eni-0a1b}
 * @param vpcId the VPC it is in
 * @param subnetId the subnet it is in
 * @param address its private address
 * @param groupIds its security groups
 * @param description whose it is, in words, e.g. {@code ELB app/consumer/50dc6c495c0c9188}
 */
public record NetworkInterface(
    String id,
    String vpcId,
    String subnetId,
    Ipv4 address,
    List<String> groupIds,
    String description) {
  public NetworkInterface {
    requireNonNull(id);
    requireNonNull(vpcId);
    requireNonNull(subnetId);
    requireNonNull(address);
    groupIds = List.copyOf(groupIds);
    requireNonNull(description);
  }
}
