package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Deletions;
import dev.skybridge.services.ec2.Ec2Record;

/** {@code aws_vpc}. */
final class VpcType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .check("cidr_block", Parsing.network())
          .honours("cidr_block", "enable_dns_support", "enable_dns_hostnames")
          .honoursOnly("instance_tenancy", Value.of("default"))
          .honoursOnly("assign_generated_ipv6_cidr_block", Value.of(false))
          .honoursOnly("enable_network_address_usage_metrics", Value.of(false))
          .defaults("instance_tenancy", "default")
          .defaults("enable_dns_support", true)
          .forceNew("cidr_block", "ipv4_ipam_pool_id", "ipv4_netmask_length")
          .oneOf("instance_tenancy", "default", "dedicated")
          .conflicts("cidr_block", "ipv4_netmask_length")
          .refuses("ipv4_ipam_pool_id", "IPAM pools are not served; give cidr_block")
          .refuses("ipv6_ipam_pool_id", "IPv6 is not served")
          .tags()
          .build();

  private final Ec2 ec2;

  VpcType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_vpc";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String block =
        planned
            .optionalText("cidr_block")
            .orElseThrow(() ->
                new AwsException(
                    "MissingParameter",
                    400,
                    "Either 'cidrBlock' or 'ipv4IpamPoolId' should be provided."));
    ec2.checks().vpc(Parsing.block(block));
    String id = context.ids().ec2("vpc");
    String routeTable = context.ids().ec2("rtb");
    return Owned.identified(context, planned, "vpc", id)
        .with("main_route_table_id", routeTable)
        .with("default_route_table_id", routeTable)
        .with("default_security_group_id", context.ids().ec2("sg"))
        .with("default_network_acl_id", context.ids().ec2("acl"))
        .with("dhcp_options_id", context.ids().ec2("dopt"))
        .with("ipv6_association_id", "")
        .orElse("enable_dns_hostnames", Value.of(false))
        .orElse("enable_network_address_usage_metrics", Value.of(false))
        .orElse("ipv6_cidr_block", "")
        .orElse("ipv6_cidr_block_network_border_group", "");
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.Vpc(
            context.scope(),
            state.text("id"),
            Parsing.block(state.text("cidr_block")),
            state.flag("enable_dns_support"),
            state.flag("enable_dns_hostnames"),
            state.text("main_route_table_id"),
            state.text("default_security_group_id"),
            state.text("default_network_acl_id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    new Ec2Deletions(ec2).vpc(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("id"));
  }
}
