package dev.skybridge.services.ec2;

import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.services.AwsException;

/**
 * What a security group's rule must be like, whatever group it is in.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html">IpPermission</a>
 */
public final class RuleChecks {
  private RuleChecks() {}

  /**
   * Refuses a protocol that there is not and ports that are none.
   *
   * @throws AwsException InvalidParameterValue, InvalidPermission.Malformed
   */
  public static void wellFormed(Rule rule) {
    switch (rule.protocol()) {
      case "tcp", "udp" -> ports(rule.fromPort(), rule.toPort());
      case "-1", "icmp", "icmpv6" -> {}
      default -> number(rule.protocol());
    }
  }

  private static void ports(int from, int to) {
    for (int port : new int[] {from, to}) {
      if (port < 0 || port > 65_535) {
        throw new AwsException(
            "InvalidPermission.Malformed", 400, "TCP/UDP port (" + port + ") out of range");
      }
    }
    if (from > to) {
      throw new AwsException(
          "InvalidParameterValue", 400, "Invalid TCP/UDP port range (" + from + ":" + to + ")");
    }
  }

  private static void number(String protocol) {
    if (!protocol.matches("[0-9]{1,3}") || Integer.parseInt(protocol) > 255) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Invalid value '" + protocol + "' for IP protocol. Unknown protocol.",
          "[expected: tcp, udp, icmp, icmpv6, -1 for all, or a number of 0-255]");
    }
  }
}
