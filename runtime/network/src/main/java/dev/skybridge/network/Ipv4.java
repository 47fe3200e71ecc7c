package dev.skybridge.network;

/**
 * An IPv4 address, ordered as an unsigned number.
 *
 * @param bits the 32 bits, the first octet highest
 */
public record Ipv4(int bits) implements Comparable<Ipv4> {
  /**
   * Reads {@code a.b.c.d}: four decimal numbers 0-255 without leading zeros.
   *
   * @throws IllegalArgumentException if {@code text} is not such an address
   */
  public static Ipv4 parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != 4) {
      throw notAnAddress(text);
    }
    int bits = 0;
    for (String part : parts) {
      bits = (bits << 8) | octet(part, text);
    }
    return new Ipv4(bits);
  }

  /** Whether {@link #parse} takes {@code text}. */
  public static boolean isAddress(String text) {
    try {
      parse(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** The address of four numbers 0-255. */
  public static Ipv4 of(int first, int second, int third, int fourth) {
    return parse(first + "." + second + "." + third + "." + fourth);
  }

  /** The octet at {@code index}, 0 (first) to 3; 0-255. */
  public int octet(int index) {
    return (bits >>> (24 - 8 * index)) & 0xFF;
  }

  /** The address {@code offset} places further. */
  public Ipv4 plus(int offset) {
    return new Ipv4(bits + offset);
  }

  /** The four octets in network order. */
  public byte[] bytes() {
    return new byte[] {(byte) octet(0), (byte) octet(1), (byte) octet(2), (byte) octet(3)};
  }

  @Override
  public int compareTo(Ipv4 other) {
    return Integer.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return octet(0) + "." + octet(1) + "." + octet(2) + "." + octet(3);
  }

  private static int octet(String part, String text) {
    boolean digits = !part.isEmpty() && part.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits || part.length() > 3 || (part.length() > 1 && part.charAt(0) == '0')) {
      throw notAnAddress(text);
    }
    int value = Integer.parseInt(part);
    if (value > 255) {
      throw notAnAddress(text);
    }
    return value;
  }

  private static IllegalArgumentException notAnAddress(String text) {
    return new IllegalArgumentException("address: " + text + " (expected: an IPv4 address)");
  }
}
