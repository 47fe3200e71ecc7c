package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code aws_vpc_security_group_ingress_rule} and {@code aws_vpc_security_group_egress_rule}: one
 * rule with one other side.
 */
final class SecurityGroupRuleType implements ResourceType {
  private static final List<String> PEERS =
      List.of("cidr_ipv4", "cidr_ipv6", "prefix_list_id", "referenced_security_group_id");

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "security_group_id",
              "ip_protocol",
              "from_port",
              "to_port",
              "cidr_ipv4",
              "cidr_ipv6",
              "prefix_list_id",
              "referenced_security_group_id",
              "description")
          .forceNew("security_group_id")
          .check("cidr_ipv4", Parsing.network())
          .check("from_port", Check.between(-1, 65535))
          .check("to_port", Check.between(-1, 65535))
          .tags()
          .framework("id", "arn", "security_group_rule_id")
          .build();

  private final Ec2 ec2;
  private final Direction direction;

  SecurityGroupRuleType(Ec2 ec2, Direction direction) {
    this.ec2 = ec2;
    this.direction = direction;
  }

  @Override
  public String name() {
    return "aws_vpc_security_group_" + direction.name().toLowerCase(Locale.ROOT) + "_rule";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    Unfelt.protocol(configuration, "ip_protocol", "ip_protocol", diagnostics);
    if (configuration.isSet("cidr_ipv6")) {
      Unfelt.ipv6(configuration, "cidr_ipv6", "cidr_ipv6", diagnostics);
    }
    List<String> given = PEERS.stream().filter(peer -> !configuration.get(peer).isNull()).toList();
    if (given.size() != 1) {
      diagnostics.error(
          given.isEmpty() ? PEERS.getFirst() : given.getFirst(),
          "Invalid Attribute Combination",
          "Exactly one of these attributes must be configured: [" + String.join(",", PEERS) + "]");
    }
  }

  /** A rule keeps its kind of other side. */
  @Override
  public List<String> replacedBy(ObjectValue prior, ObjectValue planned) {
    return PEERS.stream()
        .filter(peer -> prior.get(peer).isNull() != planned.get(peer).isNull())
        .toList();
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = context.ids().ec2("sgr");
    check(context, planned, id);
    return planned
        .with("id", id)
        .with("security_group_rule_id", id)
        .with("arn", context.scope().arn("ec2", "security-group-rule/" + id).toString());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    check(context, planned, planned.text("id"));
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    rule(state, state.text("id"))
        .ifPresentOrElse(
            rule ->
                ec2.put(
                    new Ec2Record.SecurityGroupRule(
                        context.scope(),
                        state.text("security_group_id"),
                        rule,
                        state.nonEmptyText("description"))),
            () -> ec2.remove(context.scope(), state.text("id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.remove(context.scope(), state.text("id"));
  }

  private void check(Context context, ObjectValue planned, String id) {
    String group = planned.text("security_group_id");
    ec2.checks().vpcOfGroup(context.scope(), group);
    boolean ports = planned.isSet("from_port") && planned.isSet("to_port");
    if (!ports && InlineRules.protocol(planned.text("ip_protocol")).matches("tcp|udp")) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.");
    }
    rule(planned, id).ifPresent(rule -> ec2.checks().rule(context.scope(), group, rule));
  }

  /** The rule; none if it is for IPv6 addresses, which nothing here has. */
  private Optional<Rule> rule(ObjectValue state, String id) {
    return peer(state)
        .map(peer ->
            new Rule(
                id,
                direction,
                InlineRules.protocol(state.text("ip_protocol")),
                state.optionalInteger("from_port").orElse(-1),
                state.optionalInteger("to_port").orElse(-1),
                peer));
  }

  private static Optional<Place> peer(ObjectValue state) {
    return state
        .nonEmptyText("cidr_ipv4")
        .<Place>map(text -> new Place.Block(Parsing.block(text)))
        .or(() -> state.nonEmptyText("prefix_list_id").map(Place.Listed::new))
        .or(() -> state.nonEmptyText("referenced_security_group_id").map(Place.Member::new));
  }
}
