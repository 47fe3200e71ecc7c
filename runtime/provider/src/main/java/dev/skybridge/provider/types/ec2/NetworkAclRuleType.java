package dev.skybridge.provider.types.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.AclChecks;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclRule;
import java.util.Optional;
import java.util.zip.CRC32;

/** {@code aws_network_acl_rule}: one numbered rule. */
final class NetworkAclRuleType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "network_acl_id",
              "rule_number",
              "egress",
              "protocol",
              "rule_action",
              "cidr_block",
              "ipv6_cidr_block",
              "from_port",
              "to_port",
              "icmp_type",
              "icmp_code")
          .defaults("egress", false)
          .forceNew(
              "network_acl_id",
              "rule_number",
              "egress",
              "protocol",
              "rule_action",
              "cidr_block",
              "ipv6_cidr_block",
              "from_port",
              "to_port",
              "icmp_type",
              "icmp_code")
          .exactlyOneOf("cidr_block", "ipv6_cidr_block")
          .exactlyOneOf("ipv6_cidr_block", "cidr_block")
          .oneOf("rule_action", "allow", "deny")
          .build();

  private final Ec2 ec2;

  NetworkAclRuleType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_network_acl_rule";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    Unfelt.protocol(configuration, "protocol", "protocol", diagnostics);
    if (configuration.isSet("ipv6_cidr_block")) {
      Unfelt.ipv6(configuration, "ipv6_cidr_block", "ipv6_cidr_block", diagnostics);
    }
  }

  /** A protocol's name and its number are the same. */
  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    Optional<String> had = prior.flatMap(state -> state.optionalText("protocol"));
    Optional<String> wanted = planned.optionalText("protocol");
    return had.isPresent()
            && wanted.isPresent()
            && InlineRules.protocol(had.get()).equals(InlineRules.protocol(wanted.get()))
        ? planned.with("protocol", had.get())
        : planned;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    new AclChecks(ec2).vpcOf(context.scope(), planned.text("network_acl_id"));
    record(context, planned).ifPresent(new AclChecks(ec2)::rule);
    CRC32 hash = new CRC32();
    hash.update(
        "%s-%d-%s-%s-"
            .formatted(
                planned.text("network_acl_id"),
                planned.integer("rule_number"),
                planned.flag("egress"),
                planned.text("protocol"))
            .getBytes(UTF_8));
    return planned.with("id", "nacl-" + hash.getValue());
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    record(context, state).ifPresent(ec2::put);
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    record(context, state).ifPresent(entry -> ec2.remove(context.scope(), entry.id()));
  }

  /** The rule; none if it is for IPv6 addresses, which nothing here has. */
  private static Optional<NetworkAclRule> record(Context context, ObjectValue state) {
    return state
        .nonEmptyText("cidr_block")
        .map(peer ->
            new NetworkAclRule(
                context.scope(),
                state.text("network_acl_id"),
                AclBlocks.rule(
                    state.integer("rule_number"),
                    state.flag("egress") ? Direction.EGRESS : Direction.INGRESS,
                    state.text("rule_action"),
                    state.text("protocol"),
                    state.optionalInteger("from_port").orElse(0),
                    state.optionalInteger("to_port").orElse(0),
                    peer)));
  }
}
