package dev.skybridge.services.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import java.util.Map;

/** Describes the rules of security groups one by one. */
final class DescribeSecurityGroupRules {
  private static final Ids IDS =
      new Ids(
          "SecurityGroupRuleId",
          "sgr",
          "security group rule ID",
          "InvalidSecurityGroupRuleId.NotFound",
          "InvalidSecurityGroupRuleId.Malformed");

  private record Item(String groupId, Rule rule, NetworkView view) {}

  private DescribeSecurityGroupRules() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.<Item>of(
            "DescribeSecurityGroupRules", "securityGroupRuleSet", item -> item.rule().id())
        .ids(IDS)
        .tags(tags)
        .filter("security-group-rule-id", item -> item.rule().id())
        .filter("group-id", Item::groupId)
        .over(
            scope -> {
              NetworkView view = new NetworkView(ec2, scope);
              return view.groups().stream()
                  .flatMap(
                      group -> group.rules().stream().map(rule -> new Item(group.id(), rule, view)))
                  .toList();
            },
            DescribeSecurityGroupRules::write);
  }

  private static Output write(Item item, Map<String, String> tags) {
    Rule rule = item.rule();
    NetworkView view = item.view();
    boolean all = rule.protocol().equals("-1");
    Output.Builder written =
        Output.Structure.builder()
            .put("securityGroupRuleId", rule.id())
            .put("groupId", item.groupId())
            .put("groupOwnerId", view.owner())
            .put("isEgress", rule.direction() == Direction.EGRESS)
            .put("ipProtocol", rule.protocol())
            .put("fromPort", all ? -1 : rule.fromPort())
            .put("toPort", all ? -1 : rule.toPort())
            .putIf("description", view.ruleDescription(rule.id()))
            .put(
                "securityGroupRuleArn",
                view.scope().arn("ec2", "security-group-rule/" + rule.id()).toString())
            .put("tagSet", TagSet.of(tags));
    switch (rule.peer()) {
      case Place.Block(var cidr) -> written.put("cidrIpv4", cidr.toString());
      case Place.Listed(String id) -> written.put("prefixListId", id);
      case Place.Member(String id) ->
          written.put(
              "referencedGroupInfo",
              Output.Structure.builder().put("groupId", id).put("userId", view.owner()));
    }
    return written.build();
  }
}
