package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.PortRange;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.services.api.Output;
import java.util.Locale;
import java.util.Optional;

/**
 * A rule of a network ACL as EC2 describes it.
 *
 * @param protocol its number; {@code -1} for all
 * @param action {@code allow} or {@code deny}
 * @param ports of TCP and UDP
 */
record AclEntry(
    int number,
    boolean egress,
    String protocol,
    String action,
    String cidr,
    Optional<PortRange> ports) {
  /** The number of the rule that AWS shows as {@code *}. */
  private static final int LAST = 32_767;

  static AclEntry of(Rule rule) {
    String protocol =
        switch (rule.protocol()) {
          case "tcp" -> "6";
          case "udp" -> "17";
          case "icmp" -> "1";
          default -> rule.protocol();
        };
    boolean ports = protocol.equals("6") || protocol.equals("17");
    return new AclEntry(
        rule.number(),
        rule.direction() == Direction.EGRESS,
        protocol,
        lower(rule.action()),
        rule.peer().toString(),
        ports ? Optional.of(rule.ports()) : Optional.empty());
  }

  /** The rule after all others, which nobody can change. */
  static AclEntry last(Direction direction) {
    return new AclEntry(
        LAST,
        direction == Direction.EGRESS,
        "-1",
        lower(Action.DENY),
        Cidr.ANYWHERE.toString(),
        Optional.empty());
  }

  Output.Structure write() {
    Output.Builder written =
        Output.Structure.builder()
            .put("ruleNumber", number)
            .put("protocol", protocol)
            .put("ruleAction", action)
            .put("egress", egress)
            .put("cidrBlock", cidr);
    ports.ifPresent(range ->
        written.put(
            "portRange",
            Output.Structure.builder().put("from", range.first()).put("to", range.last())));
    return written.build();
  }

  private static String lower(Action action) {
    return action.name().toLowerCase(Locale.ROOT);
  }
}
