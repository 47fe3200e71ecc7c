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
import dev.skybridge.services.ec2.Zones;

/** {@code aws_subnet}. */
final class SubnetType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .check("cidr_block", Parsing.network())
          .honours("vpc_id", "cidr_block", "availability_zone", "timeouts.**")
          .honoursOnly("assign_ipv6_address_on_creation", Value.of(false))
          .honoursOnly("enable_dns64", Value.of(false))
          .honoursOnly("enable_resource_name_dns_a_record_on_launch", Value.of(false))
          .honoursOnly("enable_resource_name_dns_aaaa_record_on_launch", Value.of(false))
          .honoursOnly("ipv6_native", Value.of(false))
          .honoursOnly("map_public_ip_on_launch", Value.of(false))
          .honoursOnly("private_dns_hostname_type_on_launch", Value.of("ip-name"))
          .defaults("assign_ipv6_address_on_creation", false)
          .defaults("enable_dns64", false)
          .defaults("enable_resource_name_dns_a_record_on_launch", false)
          .defaults("enable_resource_name_dns_aaaa_record_on_launch", false)
          .defaults("ipv6_native", false)
          .defaults("map_public_ip_on_launch", false)
          .forceNew(
              "vpc_id",
              "cidr_block",
              "availability_zone",
              "availability_zone_id",
              "ipv6_native",
              "outpost_arn")
          .conflicts("availability_zone", "availability_zone_id")
          .refuses("availability_zone_id", "give availability_zone by its name")
          .refuses("outpost_arn", "Outposts are not served")
          .tags()
          .build();

  private final Ec2 ec2;

  SubnetType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_subnet";
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
                    "Either 'cidrBlock' or 'ipv6CidrBlock' should be provided."));
    ec2.checks().subnet(context.scope(), planned.text("vpc_id"), Parsing.block(block));
    Zones zones = new Zones(context.region());
    String zone = planned.nonEmptyText("availability_zone").orElseGet(zones::first);
    zones.check(zone);
    String id = context.ids().ec2("subnet");
    return Owned.identified(context, planned, "subnet", id)
        .with("availability_zone", zone)
        .with("availability_zone_id", zones.id(zone))
        .with("ipv6_cidr_block_association_id", "")
        .orElse("private_dns_hostname_type_on_launch", "ip-name");
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.Subnet(
            context.scope(),
            state.text("id"),
            state.text("vpc_id"),
            Parsing.block(state.text("cidr_block")),
            state.text("availability_zone")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    new Ec2Deletions(ec2).subnet(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("id"));
  }
}
