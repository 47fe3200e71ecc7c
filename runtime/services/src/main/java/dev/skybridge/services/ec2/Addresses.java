package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Hands out the addresses of subnets; an address in hand stays reserved until it is released. */
final class Addresses {
  /** Network, router, DNS and future use (VPC user guide, "Subnet CIDR reservations"). */
  private static final int FIRST_FREE = 4;

  /** Those before the first free one, and the last. */
  static final int KEPT = FIRST_FREE + 1;

  private record Claim(String vpcId, Ipv4 address) {}

  private final Set<Claim> reserved = new HashSet<>();

  Ipv4 reserve(Subnet subnet, Collection<NetworkInterface> cards) {
    Set<Claim> taken = taken(cards);
    long last = subnet.cidr().size() - 2;
    for (int offset = FIRST_FREE; offset <= last; offset++) {
      Claim claim = new Claim(subnet.vpcId(), subnet.cidr().base().plus(offset));
      if (!taken.contains(claim)) {
        reserved.add(claim);
        return claim.address();
      }
    }
    throw new AwsException(
        "InsufficientFreeAddressesInSubnet",
        400,
        "The specified subnet does not have enough free addresses to satisfy the request.");
  }

  void reserve(Subnet subnet, Ipv4 address, Collection<NetworkInterface> cards) {
    Cidr block = subnet.cidr();
    if (!block.contains(address)) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Address " + address + " does not fall within the subnet's address range");
    }
    int offset = address.bits() - block.base().bits();
    if (offset < FIRST_FREE || offset > block.size() - 2) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Address " + address + " is in subnet's reserved address range");
    }
    Claim claim = new Claim(subnet.vpcId(), address);
    if (taken(cards).contains(claim)) {
      throw new AwsException("InvalidIPAddress.InUse", 400, "Address " + address + " is in use.");
    }
    reserved.add(claim);
  }

  void release(String vpcId, Ipv4 address) {
    reserved.remove(new Claim(vpcId, address));
  }

  private Set<Claim> taken(Collection<NetworkInterface> cards) {
    Set<Claim> taken = new HashSet<>(reserved);
    cards.forEach(card -> taken.add(new Claim(card.vpcId(), card.address())));
    return taken;
  }
}
