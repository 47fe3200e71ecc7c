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
 * @param ephemeralPorts the ports from which it opens connections, to which replies come
 * @param alwaysTracked whether security groups track all its connections, as on AWS those of VPC
 *     endpoints and Lambda functions, or only those that their rules need to know (EC2 user guide,
 *     "Security group connection tracking")
 */
public record NetworkInterface(
    String id,
    String vpcId,
    String subnetId,
    Ipv4 address,
    List<String> groupIds,
    String description,
    PortRange ephemeralPorts,
    boolean alwaysTracked) {
  public NetworkInterface {
    requireNonNull(id);
    requireNonNull(vpcId);
    requireNonNull(subnetId);
    requireNonNull(address);
    groupIds = List.copyOf(groupIds);
    requireNonNull(description);
    requireNonNull(ephemeralPorts);
  }

  /** A card that opens connections from {@link PortRange#HIGH}, tracked where rules need it. */
  public NetworkInterface(
      String id,
      String vpcId,
      String subnetId,
      Ipv4 address,
      List<String> groupIds,
      String description) {
    this(id, vpcId, subnetId, address, groupIds, description, PortRange.HIGH, false);
  }

  /** The same card with connections from {@code ports}. */
  public NetworkInterface opensFrom(PortRange ports) {
    return new NetworkInterface(
        id, vpcId, subnetId, address, groupIds, description, ports, alwaysTracked);
  }

  /** The same card with all its connections tracked. */
  public NetworkInterface tracked() {
    return new NetworkInterface(
        id, vpcId, subnetId, address, groupIds, description, ephemeralPorts, true);
  }
}
