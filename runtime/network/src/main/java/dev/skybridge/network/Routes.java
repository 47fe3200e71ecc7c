package dev.skybridge.network;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Route.Target;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The routes of the subnet of one interface: the longest prefix decides. */
final class Routes {
  private final Topology topology;
  private final NetworkInterface card;

  Routes(Topology topology, NetworkInterface card) {
    this.topology = topology;
    this.card = card;
  }

  Verdict decide(Flow.Destination destination) {
    String owner = tableId();
    Optional<Route> found = find(destination);
    if (found.isEmpty()) {
      return Verdict.refuse(
          owner,
          "no route",
          "the routes of subnet " + card.subnetId() + " do not lead to " + destination,
          "add a route to " + destination + " to the route table " + owner);
    }
    Route route = found.get();
    return switch (route.target()) {
      case Target.Local ignored -> Verdict.allow(owner, route.toString());
      case Target.GatewayEndpoint ignored when destination instanceof Flow.Destination.Listed ->
          Verdict.allow(owner, route.toString());
      case Target.GatewayEndpoint(String id) ->
          nothingBehind(owner, route, "the gateway endpoint " + id + " serves no such address");
      case Target.InternetGateway(String id) ->
          nothingBehind(
              owner,
              route,
              "nothing outside the VPC is reachable here, through " + id + " neither");
      case Target.Other(String id) -> nothingBehind(owner, route, id + " carries nothing here");
    };
  }

  /** The route that a packet to {@code destination} takes. */
  Optional<Route> find(Flow.Destination destination) {
    return routes().stream()
        .filter(route -> prefix(route, destination) >= 0)
        .max(Comparator.comparingInt(route -> prefix(route, destination)));
  }

  private static Verdict nothingBehind(String owner, Route route, String reason) {
    return Verdict.refuse(owner, route.toString(), reason);
  }

  /** The local routes first: of two equal prefixes {@code max} takes the first. */
  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    topology
        .vpc(card.vpcId())
        .ifPresent(vpc ->
            vpc.cidrs()
                .forEach(cidr -> routes.add(new Route(new Place.Block(cidr), new Target.Local()))));
    table().ifPresent(table -> routes.addAll(table.routes()));
    return routes;
  }

  /** How many leading bits of the destination the route names; -1 if it is not about it. */
  private int prefix(Route route, Flow.Destination destination) {
    return switch (route.destination()) {
      case Place.Block(Cidr cidr) -> covers(cidr, destination) ? cidr.prefix() : -1;
      case Place.Listed(String listId) when destination instanceof Flow.Destination.Listed listed ->
          listed.prefixListId().equals(listId) ? 33 : -1;
      case Place.Listed(String listId) ->
          cidrs(listId).stream()
              .filter(cidr -> covers(cidr, destination))
              .mapToInt(Cidr::prefix)
              .max()
              .orElse(-1);
      case Place.Member ignored -> -1;
    };
  }

  private boolean covers(Cidr cidr, Flow.Destination destination) {
    return switch (destination) {
      case Flow.Destination.Address(Ipv4 address) -> cidr.contains(address);
      case Flow.Destination.Listed(String listId) -> {
        List<Cidr> listed = cidrs(listId);
        yield listed.isEmpty()
            ? cidr.equals(Cidr.ANYWHERE)
            : listed.stream().allMatch(cidr::contains);
      }
    };
  }

  private List<Cidr> cidrs(String listId) {
    return topology.prefixList(listId).map(PrefixList::cidrs).orElse(List.of());
  }

  private Optional<RouteTable> table() {
    return topology.subnet(card.subnetId()).flatMap(topology::routeTable);
  }

  private String tableId() {
    return table().map(RouteTable::id).orElse(card.subnetId());
  }
}
