package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.PortRange;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.InterfaceOwner;
import dev.skybridge.services.ec2.PrivateNames;
import java.util.List;
import java.util.Optional;

/**
 * {@code aws_instance}: a place in the network from which people act. What describes the machine
 * itself (image, type, disks, metadata service) is kept and has no effect, for no machine runs.
 */
final class InstanceType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "ami",
              "instance_type",
              "availability_zone",
              "associate_public_ip_address",
              "subnet_id",
              "private_ip",
              "vpc_security_group_ids",
              "iam_instance_profile",
              "metadata_options.**",
              "root_block_device.**",
              "timeouts.**")
          .honoursOnly("get_password_data", Value.of(false))
          .honoursOnly("source_dest_check", Value.of(true))
          .honoursOnly("user_data_replace_on_change", Value.of(false))
          .honoursOnly("monitoring", Value.of(false))
          .honoursOnly("ebs_optimized", Value.of(false))
          .defaults("get_password_data", false)
          .defaults("source_dest_check", true)
          .defaults("user_data_replace_on_change", false)
          .defaults("metadata_options.http_endpoint", "enabled")
          .defaults("metadata_options.http_protocol_ipv6", "disabled")
          .defaults("root_block_device.delete_on_termination", true)
          .forceNew(
              "ami",
              "associate_public_ip_address",
              "availability_zone",
              "cpu_core_count",
              "cpu_threads_per_core",
              "enable_primary_ipv6",
              "get_password_data",
              "hibernation",
              "host_id",
              "host_resource_group_arn",
              "ipv6_address_count",
              "key_name",
              "placement_group",
              "placement_partition_number",
              "private_ip",
              "root_block_device.encrypted",
              "root_block_device.kms_key_id",
              "secondary_private_ips",
              "security_groups",
              "subnet_id",
              "tenancy")
          .computedBlocks(
              "capacity_reservation_specification",
              "cpu_options",
              "ebs_block_device",
              "enclave_options",
              "ephemeral_block_device",
              "instance_market_options",
              "maintenance_options",
              "metadata_options",
              "network_interface",
              "private_dns_name_options",
              "root_block_device")
          .oneOf("metadata_options.http_endpoint", "enabled", "disabled")
          .oneOf("metadata_options.http_tokens", "optional", "required")
          .oneOf("metadata_options.instance_metadata_tags", "enabled", "disabled")
          .conflicts("user_data", "user_data_base64")
          .refuses("network_interface", "interfaces of their own are not served; give subnet_id")
          .refuses("launch_template", "launch templates are not served")
          .tags()
          .build();

  private final Ec2 ec2;

  InstanceType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_instance";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String subnetId =
        planned
            .nonEmptyText("subnet_id")
            .orElseThrow(() ->
                new AwsException(
                    "VPCIdNotSpecified",
                    400,
                    "No default VPC for this user. GroupName is only supported for EC2-Classic"
                        + " and default VPC."));
    if (!planned.isSet("ami") || !planned.isSet("instance_type")) {
      throw new AwsException(
          "MissingParameter", 400, "The request must contain the parameters ami and instance_type");
    }
    Ec2Record.Subnet subnet = ec2.checks().subnet(context.scope(), subnetId);
    List<String> groups = groups(context, planned, subnet.vpcId());
    Ipv4 address = address(context, planned, subnetId);
    String id = context.ids().ec2("i");
    String interfaceId = context.ids().ec2("eni");
    context.remember("vpc", subnet.vpcId());
    ObjectValue state =
        planned
            .with("id", id)
            .with("arn", context.scope().arn("ec2", "instance/" + id).toString())
            .with("availability_zone", subnet.availabilityZone())
            .with("primary_network_interface_id", interfaceId)
            .with("private_ip", address.toString())
            .with("private_dns", PrivateNames.of(context.region(), address))
            .withTextSet("vpc_security_group_ids", groups);
    return InstanceDefaults.settle(context, state);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    groups(context, planned, context.remembered().text("vpc"));
    return InstanceDefaults.settle(context, planned);
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    NetworkInterface card =
        new NetworkInterface(
                state.text("primary_network_interface_id"),
                remembered.text("vpc"),
                state.text("subnet_id"),
                Parsing.address(state.text("private_ip")),
                state.texts("vpc_security_group_ids"),
                "Primary network interface of " + state.text("id"))
            .opensFrom(PortRange.LINUX);
    ec2.put(
        new Ec2Record.NetworkInterface(
            context.scope(), card, InterfaceOwner.INSTANCE, state.text("id")));
    ec2.put(
        new Ec2Record.Instance(
            context.scope(),
            state.text("id"),
            card.id(),
            state.text("ami"),
            state.text("instance_type"),
            state
                .nonEmptyText("iam_instance_profile")
                .map(profile ->
                    context.scope().globalArn("iam", "instance-profile/" + profile).toString())));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.remove(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("primary_network_interface_id"));
  }

  private List<String> groups(Context context, ObjectValue planned, String vpcId) {
    List<String> groups = planned.texts("vpc_security_group_ids");
    if (groups.isEmpty()) {
      return List.of(ec2.checks().vpc(context.scope(), vpcId).defaultSecurityGroupId());
    }
    ec2.checks().groups(context.scope(), vpcId, groups);
    return groups;
  }

  private Ipv4 address(Context context, ObjectValue planned, String subnetId) {
    Optional<String> wanted = planned.nonEmptyText("private_ip");
    if (wanted.isEmpty()) {
      return ec2.reserve(context.scope(), subnetId);
    }
    Ipv4 address = Parsing.address(wanted.get());
    ec2.reserve(context.scope(), subnetId, address);
    return address;
  }
}
