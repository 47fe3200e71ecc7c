package dev.skybridge.services.ec2;

import dev.skybridge.network.RouteTable;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.api.TagSource;
import dev.skybridge.services.api.describe.Describe;
import dev.skybridge.services.api.describe.Ids;
import dev.skybridge.services.api.describe.PageSize;
import dev.skybridge.services.api.describe.TagSet;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Describes route tables, the VPCs' main ones included, with the local route that each has. */
final class DescribeRouteTables {
  private static final Ids IDS =
      new Ids(
          "RouteTableId",
          "rtb",
          "routeTable ID",
          "InvalidRouteTableID.NotFound",
          "InvalidRouteTableId.Malformed");

  private record Item(
      RouteTable table, String owner, List<RouteTableAssociation> uses, List<RouteLine> routes) {
    List<String> of(Function<RouteLine, Optional<String>> part) {
      return routes.stream().flatMap(line -> part.apply(line).stream()).toList();
    }

    Collection<String> uses(Function<RouteTableAssociation, String> part) {
      return uses.stream().map(part).toList();
    }
  }

  private DescribeRouteTables() {}

  static ApiOperation operation(Ec2 ec2, TagSource tags) {
    return Describe.<Item>of("DescribeRouteTables", "routeTableSet", item -> item.table().id())
        .ids(IDS)
        .tags(tags)
        .pages(new PageSize(5, 100, false))
        .filter("route-table-id", item -> item.table().id())
        .filter("vpc-id", item -> item.table().vpcId())
        .filter("owner-id", Item::owner)
        .filters(
            "association.route-table-association-id", item -> item.uses(RouteTableAssociation::id))
        .filters(
            "association.route-table-id",
            item ->
                item.table().main()
                    ? List.of(item.table().id())
                    : item.uses(RouteTableAssociation::routeTableId))
        .filters("association.subnet-id", item -> item.uses(RouteTableAssociation::subnetId))
        .filters("association.main", DescribeRouteTables::mains)
        .filters("route.destination-cidr-block", item -> item.of(RouteLine::block))
        .filters("route.destination-prefix-list-id", item -> item.of(RouteLine::prefixList))
        .filters("route.gateway-id", item -> item.of(line -> line.target("gatewayId")))
        .filters("route.nat-gateway-id", item -> item.of(line -> line.target("natGatewayId")))
        .filters(
            "route.transit-gateway-id", item -> item.of(line -> line.target("transitGatewayId")))
        .filters(
            "route.vpc-peering-connection-id",
            item -> item.of(line -> line.target("vpcPeeringConnectionId")))
        .filters("route.origin", item -> item.of(line -> Optional.of(line.origin())))
        .filters("route.state", item -> item.of(line -> Optional.of(line.state())))
        .over(
            scope -> {
              NetworkView view = new NetworkView(ec2, scope);
              return view.routeTables().stream().map(table -> item(view, table)).toList();
            },
            DescribeRouteTables::write);
  }

  private static Item item(NetworkView view, RouteTable table) {
    return new Item(
        table,
        view.owner(),
        view.all(RouteTableAssociation.class).stream()
            .filter(use -> use.routeTableId().equals(table.id()))
            .toList(),
        RouteLine.of(view, table));
  }

  private static List<String> mains(Item item) {
    List<String> mains = new ArrayList<>(item.uses(_ -> "false"));
    if (item.table().main()) {
      mains.add("true");
    }
    return mains;
  }

  private static Output write(Item item, Map<String, String> tags) {
    List<Output.Structure> associations = new ArrayList<>();
    if (item.table().main()) {
      associations.add(association(item.table().id(), true).build());
    }
    for (RouteTableAssociation use : item.uses()) {
      associations.add(
          association(use.routeTableId(), false)
              .put("routeTableAssociationId", use.id())
              .put("subnetId", use.subnetId())
              .build());
    }
    return Output.Structure.builder()
        .put("routeTableId", item.table().id())
        .put("vpcId", item.table().vpcId())
        .put("ownerId", item.owner())
        .structures("routeSet", item.routes().stream().map(RouteLine::write).toList())
        .structures("associationSet", associations)
        .structures("propagatingVgwSet", List.of())
        .put("tagSet", TagSet.of(tags))
        .build();
  }

  private static Output.Builder association(String tableId, boolean main) {
    return Output.Structure.builder()
        .put("routeTableId", tableId)
        .put("main", main)
        .put("associationState", Output.Structure.builder().put("state", "associated"));
  }
}
