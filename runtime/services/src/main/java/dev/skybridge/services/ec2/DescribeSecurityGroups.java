package dev.skybridge.services.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.TagSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Describes security groups, the VPCs' default ones included. */
final class DescribeSecurityGroups {
  private static final Ids IDS =
      new Ids(
          "GroupId", "sg", "security group", "InvalidGroup.NotFound", "InvalidGroupId.Malformed");

  private record Item(SecurityGroup group, NetworkView view) {
    String name() {
      return view.groupName(group.id());
    }

    List<Rule> rules(Direction direction) {
      return group.rules().stream().filter(rule -> rule.direction() == direction).toList();
    }
  }

  private DescribeSecurityGroups() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    Describe<Item> describe =
        Describe.<Item>of("DescribeSecurityGroups", "securityGroupInfo", item -> item.group().id())
            .ids(IDS)
            .tags(tags)
            .filter("group-id", item -> item.group().id())
            .filter("group-name", Item::name)
            .filter("description", item -> item.view().groupDescription(item.group().id()))
            .filter("owner-id", item -> item.view().owner())
            .filter("vpc-id", item -> item.group().vpcId());
    rules(describe, "ip-permission.", Direction.INGRESS);
    rules(describe, "egress.ip-permission.", Direction.EGRESS);
    return describe.over(
        scope -> {
          NetworkView view = new NetworkView(ec2, scope);
          return view.groups().stream().map(group -> new Item(group, view)).toList();
        },
        DescribeSecurityGroups::write);
  }

  private static void rules(Describe<Item> describe, String prefix, Direction direction) {
    part(describe, prefix + "protocol", direction, rule -> Optional.of(rule.protocol()));
    part(describe, prefix + "from-port", direction, rule -> port(rule, rule.fromPort()));
    part(describe, prefix + "to-port", direction, rule -> port(rule, rule.toPort()));
    part(
        describe,
        prefix + "cidr",
        direction,
        rule ->
            rule.peer() instanceof Place.Block(var cidr)
                ? Optional.of(cidr.toString())
                : Optional.empty());
    part(
        describe,
        prefix + "group-id",
        direction,
        rule ->
            rule.peer() instanceof Place.Member(String id) ? Optional.of(id) : Optional.empty());
    part(
        describe,
        prefix + "prefix-list-id",
        direction,
        rule ->
            rule.peer() instanceof Place.Listed(String id) ? Optional.of(id) : Optional.empty());
  }

  private static void part(
      Describe<Item> describe,
      String name,
      Direction direction,
      Function<Rule, Optional<String>> value) {
    describe.filters(
        name,
        item ->
            item.rules(direction).stream().flatMap(rule -> value.apply(rule).stream()).toList());
  }

  private static Optional<String> port(Rule rule, int port) {
    return rule.protocol().equals("-1") ? Optional.empty() : Optional.of(Integer.toString(port));
  }

  private static Output write(Item item, Map<String, String> tags) {
    NetworkView view = item.view();
    String id = item.group().id();
    Output.Builder written =
        Output.Structure.builder()
            .put("groupId", id)
            .put("groupName", item.name())
            .put("groupDescription", view.groupDescription(id))
            .put("ownerId", view.owner())
            .put("vpcId", item.group().vpcId())
            .put("securityGroupArn", view.scope().arn("ec2", "security-group/" + id).toString())
            .structures("ipPermissions", IpPermissions.of(view, item.rules(Direction.INGRESS)))
            .structures(
                "ipPermissionsEgress", IpPermissions.of(view, item.rules(Direction.EGRESS)));
    if (!tags.isEmpty()) {
      written.put("tagSet", TagSet.of(tags));
    }
    return written.build();
  }
}
