package dev.skybridge.services.ec2;

import dev.skybridge.network.Ipv4;
import dev.skybridge.policy.Region;

/** The names that EC2 gives private addresses: {@code ip-192-168-2-10.REGION.compute.internal}. */
public final class PrivateNames {
  private PrivateNames() {}

  public static String of(Region region, Ipv4 address) {
    return "ip-%s.%s.compute.internal"
        .formatted(address.toString().replace('.', '-'), region.name());
  }
}
