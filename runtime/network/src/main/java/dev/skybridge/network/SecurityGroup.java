package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A stateful firewall of network interfaces: what no rule allows is dropped; an established
 * connection lives on when rules change.
 *
 * @param id e.g. {@code sg-0a1b}
 * @param vpcId the VPC it belongs to
 * @param rules its rules, both directions; their order has no meaning
 */
public record SecurityGroup(String id, String vpcId, List<Rule> rules) {
  public SecurityGroup {
    requireNonNull(id);
    requireNonNull(vpcId);
    rules = List.copyOf(rules);
  }

  /** Which way a rule looks: at connections that arrive or at those that leave. */
  public enum Direction {
    INGRESS,
    EGRESS;

    /** The opposite way. */
    Direction other() {
      return this == INGRESS ? EGRESS : INGRESS;
    }
  }

  /**
   * What a rule allows.
   *
   * @param id e.g. {@code sgr-0a1b}
   * @param direction whether it allows what arrives or what leaves
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a protocol number, or {@code -1} for
   *     all
   * @param fromPort the first port, 0-65535; no meaning where the protocol is {@code -1}
   * @param toPort the last port
   * @param peer the other side
   */
  public record Rule(
      String id, Direction direction, String protocol, int fromPort, int toPort, Place peer) {
    public Rule {
      requireNonNull(id);
      requireNonNull(direction);
      requireNonNull(protocol);
      requireNonNull(peer);
    }

    /** Whether it is about TCP connections to {@code port}. */
    boolean covers(int port) {
      return covers(PortRange.only(port));
    }

    /** Whether it is about TCP packets to each of {@code ports}. */
    boolean covers(PortRange ports) {
      return switch (protocol) {
        case "-1" -> true;
        case "tcp", "6" -> fromPort <= ports.first() && ports.last() <= toPort;
        default -> false;
      };
    }

    /** As people write it: {@code sgr-0a1b ingress tcp 443 from sg-0c2d}. */
    @Override
    public String toString() {
      boolean all = protocol.equals("-1");
      String ports = fromPort == toPort ? " " + fromPort : " " + fromPort + "-" + toPort;
      return (id + " " + (direction == Direction.INGRESS ? "ingress " : "egress "))
          + (all ? "all" : (protocol.equals("6") ? "tcp" : protocol) + ports)
          + (direction == Direction.INGRESS ? " from " : " to ")
          + peer;
    }
  }
}
