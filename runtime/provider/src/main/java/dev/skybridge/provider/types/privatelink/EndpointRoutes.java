package dev.skybridge.provider.types.privatelink;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Place;
import dev.skybridge.network.PrefixList;
import dev.skybridge.network.Route;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.cty.ListValue;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.PrefixLists;
import dev.skybridge.services.privatelink.GatewayEndpoint;
import dev.skybridge.services.privatelink.PrivateLink;
import java.util.List;
import java.util.Optional;

/** Gateway endpoints: a route in each of their route tables. */
final class EndpointRoutes {
  private static final String TABLES = "route_table_ids";

  /** What AWS gives an endpoint that is made without a policy. */
  private static final String OPEN =
      "{\"Statement\":[{\"Action\":\"*\",\"Effect\":\"Allow\",\"Principal\":\"*\","
          + "\"Resource\":\"*\"}],\"Version\":\"2008-10-17\"}";

  private final PrivateLink privateLink;
  private final Ec2 ec2;

  EndpointRoutes(PrivateLink privateLink, Ec2 ec2) {
    this.privateLink = privateLink;
    this.ec2 = ec2;
  }

  ObjectValue create(Context context, ObjectValue planned) {
    ec2.checks().vpc(context.scope(), planned.text("vpc_id"));
    PrefixList list = prefixList(context, planned);
    return update(context, planned)
        .with("prefix_list_id", list.id())
        .with("cidr_blocks", Value.texts(list.cidrs().stream().map(Cidr::toString).toList()))
        .with("dns_entry", new ListValue(List.of()))
        .with("dns_options", new ListValue(List.of()))
        .with("ip_address_type", Value.ofNull())
        .withTextSet("network_interface_ids", List.of())
        .withTextSet("security_group_ids", List.of())
        .withTextSet("subnet_ids", List.of())
        .with("subnet_configuration", Value.textSet(List.of()))
        .with("policy", planned.nonEmptyText("policy").orElse(OPEN));
  }

  ObjectValue update(Context context, ObjectValue planned) {
    for (String table : planned.texts(TABLES)) {
      String vpcId = ec2.checks().vpcOfRouteTable(context.scope(), table);
      if (!vpcId.equals(planned.text("vpc_id"))) {
        throw new AwsException(
            "InvalidParameter",
            400,
            "Route table " + table + " does not belong to VPC " + planned.text("vpc_id"));
      }
    }
    return planned.withTextSet(TABLES, planned.texts(TABLES));
  }

  void apply(Scope scope, ObjectValue state, Optional<AttachedPolicy> policy) {
    String id = state.text("id");
    GatewayEndpoint endpoint =
        new GatewayEndpoint(
            scope,
            id,
            state.text("vpc_id"),
            state.text("service_name"),
            state.text("prefix_list_id"),
            state.texts(TABLES),
            policy);
    privateLink
        .gatewayEndpoint(scope, id)
        .ifPresent(before -> removeRoutes(scope, before, endpoint.routeTableIds()));
    for (String table : endpoint.routeTableIds()) {
      ec2.put(route(scope, endpoint, table));
    }
    privateLink.put(endpoint);
  }

  void remove(Scope scope, ObjectValue state) {
    String id = state.text("id");
    privateLink
        .gatewayEndpoint(scope, id)
        .ifPresent(before -> removeRoutes(scope, before, List.of()));
    privateLink.remove(scope, id);
  }

  private void removeRoutes(Scope scope, GatewayEndpoint endpoint, List<String> kept) {
    for (String table : endpoint.routeTableIds()) {
      if (!kept.contains(table)) {
        ec2.remove(scope, route(scope, endpoint, table).id());
      }
    }
  }

  private static Ec2Record.TableRoute route(Scope scope, GatewayEndpoint endpoint, String table) {
    return new Ec2Record.TableRoute(
        scope,
        table,
        new Route(
            new Place.Listed(endpoint.prefixListId()),
            new Route.Target.GatewayEndpoint(endpoint.id())));
  }

  private static PrefixList prefixList(Context context, ObjectValue planned) {
    String service = planned.text("service_name");
    return PrefixLists.find(context.region(), service)
        .orElseThrow(() ->
            new AwsException(
                "InvalidServiceName",
                400,
                "The Vpc Endpoint Service '" + service + "' does not exist"));
  }
}
