package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.PortRange;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the {@code ingress} and {@code egress} blocks of network ACLs. */
final class AclBlocks {
  /** What SDK v2 leaves null; texts become empty. */
  private static final Map<String, Value> EMPTIES =
      Map.of("icmp_code", Value.ofNull(), "icmp_type", Value.ofNull());

  private AclBlocks() {}

  /** Plans them as SDK v2 does. */
  static ObjectValue filled(ObjectValue planned) {
    return InlineBlocks.filled(InlineBlocks.filled(planned, "ingress", EMPTIES), "egress", EMPTIES);
  }

  /** All rules but those for IPv6 addresses, which nothing here has. */
  static List<Rule> rules(ObjectValue state) {
    List<Rule> rules = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      for (ObjectValue block : blocks(state, direction)) {
        block
            .nonEmptyText("cidr_block")
            .ifPresent(peer ->
                rules.add(
                    rule(
                        block.integer("rule_no"),
                        direction,
                        block.text("action"),
                        block.text("protocol"),
                        block.integer("from_port"),
                        block.integer("to_port"),
                        peer)));
      }
    }
    return rules;
  }

  /** Refuses what EC2 and the provider refuse when the rules are made. */
  static void check(ObjectValue state) {
    for (Direction direction : Direction.values()) {
      Set<Integer> numbers = new HashSet<>();
      for (ObjectValue block : blocks(state, direction)) {
        int number = block.integer("rule_no");
        if (!numbers.add(number)) {
          throw new AwsException(
              "NetworkAclEntryAlreadyExists",
              400,
              "The network acl entry identified by " + number + " already exists.");
        }
        int from = block.integer("from_port");
        int to = block.integer("to_port");
        if (InlineRules.protocol(block.text("protocol")).equals("-1") && (from != 0 || to != 0)) {
          throw new AwsException(
              "InvalidParameterValue",
              400,
              "to_port (%d) and from_port (%d) must both be 0 to use the 'all' \"-1\" protocol!"
                  .formatted(to, from));
        }
      }
    }
    rules(state);
  }

  /** One rule, or EC2's refusal. */
  static Rule rule(
      int number,
      Direction direction,
      String action,
      String protocol,
      int from,
      int to,
      String peer) {
    String name = InlineRules.protocol(protocol);
    if (number < 1 || number > 32_766) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value (" + number + ") for parameter ruleNumber is invalid. Give one of 1-32766.");
    }
    return new Rule(
        number,
        direction,
        action.equalsIgnoreCase("allow") ? Action.ALLOW : Action.DENY,
        name,
        ports(name, from, to),
        Parsing.block(peer));
  }

  private static PortRange ports(String protocol, int from, int to) {
    if (!protocol.equals("tcp") && !protocol.equals("udp")) {
      return PortRange.ALL;
    }
    if (from < 0 || to > 65_535 || from > to) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value (%d-%d) for parameter portRange is invalid. Give two ports of 0-65535 in order."
              .formatted(from, to));
    }
    return new PortRange(from, to);
  }

  private static List<ObjectValue> blocks(ObjectValue state, Direction direction) {
    String name = direction == Direction.INGRESS ? "ingress" : "egress";
    return Optional.of(state)
        .filter(one -> one.isSet(name))
        .map(one -> one.blocks(name))
        .orElse(List.of());
  }
}
