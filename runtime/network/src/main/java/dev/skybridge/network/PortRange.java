package dev.skybridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * TCP ports that follow each other.
 *
 * @param first the first one, 0-65535
 * @param last the last one, {@code first} or more
 */
public record PortRange(int first, int last) {
  /** Every port. */
  public static final PortRange ALL = new PortRange(0, 65535);

  /**
   * The ports from which load balancers and Lambda functions open connections (VPC user guide,
   * "Ephemeral ports").
   */
  public static final PortRange HIGH = new PortRange(1024, 65535);

  /** The ports from which a Linux instance opens them: {@code ip_local_port_range} by default. */
  public static final PortRange LINUX = new PortRange(32768, 60999);

  public PortRange {
    if (first < 0 || last > 65535 || first > last) {
      throw new IllegalArgumentException(
          "ports: %d-%d (expected: two of 0-65535 in order)".formatted(first, last));
    }
  }

  /** The range of one port. */
  public static PortRange only(int port) {
    return new PortRange(port, port);
  }

  /** The ports that both have. */
  Optional<PortRange> common(PortRange other) {
    int from = Math.max(first, other.first);
    int to = Math.min(last, other.last);
    return from > to ? Optional.empty() : Optional.of(new PortRange(from, to));
  }

  /** What remains when {@code part}, which lies in this range, is taken out. */
  List<PortRange> without(PortRange part) {
    List<PortRange> left = new ArrayList<>(2);
    if (first < part.first) {
      left.add(new PortRange(first, part.first - 1));
    }
    if (part.last < last) {
      left.add(new PortRange(part.last + 1, last));
    }
    return left;
  }

  @Override
  public String toString() {
    return first == last ? Integer.toString(first) : first + "-" + last;
  }
}
