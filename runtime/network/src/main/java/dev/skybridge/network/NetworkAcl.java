package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.SecurityGroup.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A stateless filter at the border of subnets: of the rules in one direction the first one by
 * number that is about a packet decides, and a packet that none is about is dropped (rule {@code
 * *}). Replies are packets like any other.
 *
 * @param id e.g. {@code acl-0a1b}
 * @param vpcId the VPC it belongs to
 * @param main whether it guards the VPC's subnets that have none of their own
 * @param subnetIds the subnets associated with it
 * @param rules its rules but for {@code *}, both directions, by number
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html">Network
 *     ACLs</a>
 */
public record NetworkAcl(
    String id, String vpcId, boolean main, Set<String> subnetIds, List<Rule> rules) {
  public NetworkAcl {
    requireNonNull(id);
    requireNonNull(vpcId);
    subnetIds = Set.copyOf(subnetIds);
    rules = rules.stream().sorted(Comparator.comparingInt(Rule::number)).toList();
  }

  /** What becomes of a packet that a rule is about. */
  public enum Action {
    ALLOW,
    DENY
  }

  /**
   * A numbered rule.
   *
   * @param number 1-32766; the lowest that is about a packet decides
   * @param direction whether it is about what enters the subnet or what leaves it
   * @param protocol {@code tcp}, {@code udp}, {@code icmp}, a protocol number, or {@code -1} for
   *     all
   * @param ports no meaning where the protocol is {@code -1}
   * @param peer the addresses on the other side
   */
  public record Rule(
      int number, Direction direction, Action action, String protocol, PortRange ports, Cidr peer) {
    public Rule {
      requireNonNull(direction);
      requireNonNull(action);
      requireNonNull(protocol);
      requireNonNull(ports);
      requireNonNull(peer);
      if (number < 1 || number > 32_766) {
        throw new IllegalArgumentException("number: " + number + " (expected: 1-32766)");
      }
    }

    /** The TCP ports that it is about; empty if it is about another protocol. */
    Optional<PortRange> tcpPorts() {
      return switch (protocol) {
        case "-1" -> Optional.of(PortRange.ALL);
        case "tcp", "6" -> Optional.of(ports);
        default -> Optional.empty();
      };
    }

    /** As people write it: {@code 100 ingress allow tcp 443 from 10.0.0.0/16}. */
    @Override
    public String toString() {
      boolean in = direction == Direction.INGRESS;
      String what = protocol.equals("-1") ? "all" : protocol + " " + ports;
      return "%d %s %s %s %s %s"
          .formatted(
              number,
              in ? "ingress" : "egress",
              action == Action.ALLOW ? "allow" : "deny",
              what,
              in ? "from" : "to",
              peer);
    }
  }
}
