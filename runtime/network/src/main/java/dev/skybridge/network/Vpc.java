package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A virtual private cloud.
 *
 * @param id e.g. {@code vpc-0a1b}
 * @param number which loopback network is its own (127.number.x.y), 1-254; no two VPCs share one
 * @param cidrs its blocks, the first one the VPC's own, then those associated later; 1 or more
 * @param dnsSupport whether the resolver at the VPC's base address plus two answers
 */
public record Vpc(String id, int number, List<Cidr> cidrs, boolean dnsSupport) {
  public Vpc {
    requireNonNull(id);
    cidrs = List.copyOf(cidrs);
    if (number < 1 || number > 254) {
      throw new IllegalArgumentException("number: " + number + " (expected: 1-254)");
    }
    if (cidrs.isEmpty()) {
      throw new IllegalArgumentException("cidrs: none (expected: 1 or more)");
    }
  }

  /** Whether {@code address} lies in one of its blocks. */
  public boolean contains(Ipv4 address) {
    return cidrs.stream().anyMatch(cidr -> cidr.contains(address));
  }

  /** The AWS-side address of its DNS resolver: base plus two. */
  public Ipv4 resolver() {
    return cidrs.getFirst().base().plus(2);
  }
}
