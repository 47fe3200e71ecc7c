package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Set;

/**
 * Where the packets of some subnets go. The route to the VPC's own blocks ({@code local}) is always
 * there and need not be listed.
 *
 * @param id e.g. {@code rtb-0a1b}
 * @param vpcId the VPC it belongs to
 * @param main whether it serves the VPC's subnets that have no table of their own
 * @param subnetIds the subnets associated with it
 * @param routes its routes but for {@code local}
 */
public record RouteTable(
    String id, String vpcId, boolean main, Set<String> subnetIds, List<Route> routes) {
  public RouteTable {
    requireNonNull(id);
    requireNonNull(vpcId);
    subnetIds = Set.copyOf(subnetIds);
    routes = List.copyOf(routes);
  }
}
