package dev.skybridge.policy;

import java.util.Arrays;
import java.util.Optional;

/** IPv4 and IPv6 ranges in CIDR notation; an address alone is a range of one. */
final class IpRange {
  private IpRange() {}

  static boolean isRange(String text) {
    String[] parts = text.split("/", -1);
    Optional<byte[]> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return false;
    }
    return parts.length == 1 || bits(parts[1], address.get().length * 8) >= 0;
  }

  /** Whether {@code address} lies in {@code range}; false if either does not parse. */
  static boolean covers(String range, String address) {
    if (!isRange(range)) {
      return false;
    }
    String[] parts = range.split("/", -1);
    byte[] base = address(parts[0]).orElseThrow();
    Optional<byte[]> candidate = address(address);
    if (candidate.isEmpty() || candidate.get().length != base.length) {
      return false;
    }
    int bits = parts.length == 1 ? base.length * 8 : bits(parts[1], base.length * 8);
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((base[bit / 8] & mask) != (candidate.get()[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text, int maximum) {
    if (!text.matches("\\d{1,3}")) {
      return -1;
    }
    int value = Integer.parseInt(text);
    return value <= maximum ? value : -1;
  }

  private static Optional<byte[]> address(String text) {
    return text.contains(":") ? ipv6(text) : ipv4(text);
  }

  private static Optional<byte[]> ipv4(String text) {
    String[] parts = text.split("\\.", -1);
    byte[] bytes = new byte[4];
    if (parts.length != 4) {
      return Optional.empty();
    }
    for (int i = 0; i < 4; i++) {
      if (!parts[i].matches("\\d{1,3}") || Integer.parseInt(parts[i]) > 255) {
        return Optional.empty();
      }
      bytes[i] = (byte) Integer.parseInt(parts[i]);
    }
    return Optional.of(bytes);
  }

  private static Optional<byte[]> ipv6(String text) {
    int gap = text.indexOf("::");
    String[] head = groups(gap < 0 ? text : text.substring(0, gap));
    String[] tail = groups(gap < 0 ? "" : text.substring(gap + 2));
    int count = head.length + tail.length;
    if (gap < 0 ? count != 8 : count > 7) {
      return Optional.empty();
    }
    String[] all = new String[8];
    Arrays.fill(all, "0");
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(tail, 0, all, 8 - tail.length, tail.length);
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      if (!all[i].matches("[0-9a-fA-F]{1,4}")) {
        return Optional.empty();
      }
      int value = Integer.parseInt(all[i], 16);
      bytes[2 * i] = (byte) (value >> 8);
      bytes[2 * i + 1] = (byte) value;
    }
    return Optional.of(bytes);
  }

  private static String[] groups(String text) {
    return text.isEmpty() ? new String[0] : text.split(":", -1);
  }
}
