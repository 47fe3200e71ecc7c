package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

/**
 * A block of IPv4 addresses, {@code 192.168.0.0/16}.
 *
 * @param base its first address; the bits after the prefix are 0
 * @param prefix the length of the prefix in bits, 0-32
 */
public record Cidr(Ipv4 base, int prefix) {
  /** Every address. */
  public static final Cidr ANYWHERE = new Cidr(new Ipv4(0), 0);

  public Cidr {
    requireNonNull(base);
    if (prefix < 0 || prefix > 32) {
      throw new IllegalArgumentException("prefix: " + prefix + " (expected: 0-32)");
    }
    if ((base.bits() & ~mask(prefix)) != 0) {
      throw new IllegalArgumentException(
          "block: %s/%d (expected: no bits after the prefix, as in %s/%d)"
              .formatted(base, prefix, new Ipv4(base.bits() & mask(prefix)), prefix));
    }
  }

  /**
   * Reads {@code a.b.c.d/prefix}.
   *
   * @throws IllegalArgumentException if {@code text} is not such a block, or has bits set after its
   *     prefix
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    String length = text.substring(slash + 1);
    if (slash < 0 || !length.matches("[0-9]{1,2}")) {
      throw new IllegalArgumentException("block: " + text + " (expected: a.b.c.d/prefix)");
    }
    return new Cidr(Ipv4.parse(text.substring(0, slash)), Integer.parseInt(length));
  }

  /** The block of the one address. */
  public static Cidr only(Ipv4 address) {
    return new Cidr(address, 32);
  }

  /** Whether {@code address} lies in this block. */
  public boolean contains(Ipv4 address) {
    return (address.bits() & mask(prefix)) == base.bits();
  }

  /** Whether every address of {@code other} lies in this block. */
  public boolean contains(Cidr other) {
    return other.prefix >= prefix && contains(other.base);
  }

  /** Whether the two blocks have an address in common. */
  public boolean overlaps(Cidr other) {
    return contains(other.base) || other.contains(base);
  }

  /** How many addresses it has. */
  public long size() {
    return 1L << (32 - prefix);
  }

  @Override
  public String toString() {
    return base + "/" + prefix;
  }

  private static int mask(int prefix) {
    return prefix == 0 ? 0 : -1 << (32 - prefix);
  }
}
