package dev.skybridge.provider.types.ec2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.zip.CRC32;

/** {@code aws_route}. */
final class RouteType implements ResourceType {
  private static final String[] TARGETS = {
    "carrier_gateway_id",
    "core_network_arn",
    "egress_only_gateway_id",
    "gateway_id",
    "local_gateway_id",
    "nat_gateway_id",
    "network_interface_id",
    "transit_gateway_id",
    "vpc_endpoint_id",
    "vpc_peering_connection_id"
  };

  private static final Rules RULES =
      Rules.builder()
          .honours(
              "route_table_id",
              "destination_cidr_block",
              "destination_prefix_list_id",
              "gateway_id",
              "timeouts.**")
          .forceNew(
              "route_table_id",
              "destination_cidr_block",
              "destination_ipv6_cidr_block",
              "destination_prefix_list_id")
          .exactlyOneOf(
              "destination_cidr_block", "destination_ipv6_cidr_block", "destination_prefix_list_id")
          .exactlyOneOf(TARGETS)
          .refuses("destination_ipv6_cidr_block", "IPv6 is not served")
          .build();

  private final Ec2 ec2;

  RouteType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_route";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    Ec2Record.TableRoute entry = entry(context, planned);
    ec2.checks().route(entry);
    CRC32 destination = new CRC32();
    destination.update(entry.route().destination().toString().getBytes(UTF_8));
    return planned
        .with("id", "r-" + entry.routeTableId() + destination.getValue())
        .with("instance_id", "")
        .with("instance_owner_id", "")
        .with("origin", "CreateRoute")
        .with("state", "active")
        .orElse("network_interface_id", Value.of(""));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    entry(context, planned);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(entry(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.remove(context.scope(), entry(context, state).id());
  }

  private static Ec2Record.TableRoute entry(Context context, ObjectValue state) {
    return new Ec2Record.TableRoute(
        context.scope(),
        state.text("route_table_id"),
        Routes.route(
            state.nonEmptyText("destination_cidr_block"),
            state.nonEmptyText("destination_prefix_list_id"),
            Routes.target(state)));
  }
}
