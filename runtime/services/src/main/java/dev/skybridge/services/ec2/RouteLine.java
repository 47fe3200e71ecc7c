package dev.skybridge.services.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.Route;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.RouteTable;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A route as EC2 describes it.
 *
 * @param member what the target is called, e.g. {@code gatewayId}
 * @param targetId the target
 * @param origin how it came to be
 * @param state {@code active}, or {@code blackhole} where nothing is behind it
 */
record RouteLine(Place destination, String member, String targetId, String origin, String state) {
  private static final String ACTIVE = "active";

  static List<RouteLine> of(NetworkView view, RouteTable table) {
    List<RouteLine> lines = new ArrayList<>();
    view.find(Vpc.class, table.vpcId())
        .ifPresent(vpc -> {
          Place own = new Place.Block(vpc.cidr());
          lines.add(new RouteLine(own, "gatewayId", "local", "CreateRouteTable", ACTIVE));
        });
    for (Route route : table.routes()) {
      if (!(route.target() instanceof Target.Local)) {
        String id = route.target().toString();
        lines.add(
            new RouteLine(
                route.destination(),
                member(id),
                id,
                "CreateRoute",
                carries(view, table, route.target()) ? ACTIVE : "blackhole"));
      }
    }
    return lines;
  }

  Optional<String> block() {
    return destination instanceof Place.Block(var cidr)
        ? Optional.of(cidr.toString())
        : Optional.empty();
  }

  Optional<String> prefixList() {
    return destination instanceof Place.Listed(String id) ? Optional.of(id) : Optional.empty();
  }

  /** The target, if it is called so. */
  Optional<String> target(String name) {
    return member.equals(name) ? Optional.of(targetId) : Optional.empty();
  }

  Output.Structure write() {
    return Output.Structure.builder()
        .putIf("destinationCidrBlock", block())
        .putIf("destinationPrefixListId", prefixList())
        .put(member, targetId)
        .put("origin", origin)
        .put("state", state)
        .build();
  }

  private static boolean carries(NetworkView view, RouteTable table, Target target) {
    return switch (target) {
      case Target.Local _, Target.GatewayEndpoint _ -> true;
      case Target.InternetGateway(String id) ->
          view.find(InternetGateway.class, id)
              .filter(gateway -> gateway.vpcId().equals(Optional.of(table.vpcId())))
              .isPresent();
      case Target.Other _ -> false;
    };
  }

  private static String member(String targetId) {
    return switch (targetId.substring(0, Math.max(0, targetId.indexOf('-')))) {
      case "nat" -> "natGatewayId";
      case "tgw" -> "transitGatewayId";
      case "pcx" -> "vpcPeeringConnectionId";
      case "eni" -> "networkInterfaceId";
      case "eigw" -> "egressOnlyInternetGatewayId";
      case "lgw" -> "localGatewayId";
      case "cagw" -> "carrierGatewayId";
      default -> targetId.startsWith("arn:") ? "coreNetworkArn" : "gatewayId";
    };
  }
}
