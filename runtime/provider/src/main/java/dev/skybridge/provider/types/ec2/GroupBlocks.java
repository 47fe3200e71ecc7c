package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.RuleChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The {@code ingress} and {@code egress} blocks of security groups. */
final class GroupBlocks {
  private static final Map<String, Value> EMPTIES =
      Map.of(
          "cidr_blocks", Value.texts(List.of()),
          "ipv6_cidr_blocks", Value.texts(List.of()),
          "prefix_list_ids", Value.texts(List.of()),
          "security_groups", Value.textSet(List.of()),
          "self", Value.of(false));

  private GroupBlocks() {}

  /** Plans them as SDK v2 does. */
  static ObjectValue filled(ObjectValue planned) {
    return InlineBlocks.filled(InlineBlocks.filled(planned, "ingress", EMPTIES), "egress", EMPTIES);
  }

  static void warn(ObjectValue configuration, Diagnostics diagnostics) {
    Unfelt.each(configuration, "ingress", "ipv6_cidr_blocks", diagnostics);
    Unfelt.each(configuration, "egress", "ipv6_cidr_blocks", diagnostics);
  }

  static List<Rule> rules(ObjectValue state, String groupId) {
    List<Rule> rules = new ArrayList<>();
    state
        .blocks("ingress")
        .forEach(block -> rules.addAll(InlineRules.of(block, groupId, Direction.INGRESS)));
    state
        .blocks("egress")
        .forEach(block -> rules.addAll(InlineRules.of(block, groupId, Direction.EGRESS)));
    return rules;
  }

  /** Refuses rules that EC2 refuses: of what cannot be read, and about groups of another VPC. */
  static void check(Ec2 ec2, Scope scope, String vpcId, ObjectValue planned, String groupId) {
    for (Rule rule : rules(planned, groupId)) {
      RuleChecks.wellFormed(rule);
      if (rule.peer() instanceof Place.Member(String other)) {
        ec2.find(Ec2Record.SecurityGroup.class, scope, other)
            .filter(group -> !group.vpcId().equals(vpcId))
            .ifPresent(_ -> {
              throw new AwsException(
                  "InvalidGroup.NotFound",
                  400,
                  "You have specified two resources that belong to different networks.");
            });
      }
    }
  }
}
