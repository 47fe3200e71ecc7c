package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.network.Route;
import dev.skybridge.network.Route.Target;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import java.util.List;
import java.util.Optional;

/**
 * Reads routes: destinations and targets have the same names in {@code route} and {@code
 * aws_route}.
 */
final class Routes {
  /** Targets that are something on AWS and carry nothing here. */
  private static final List<String> OTHERS =
      List.of(
          "carrier_gateway_id",
          "core_network_arn",
          "egress_only_gateway_id",
          "local_gateway_id",
          "nat_gateway_id",
          "network_interface_id",
          "transit_gateway_id",
          "vpc_endpoint_id",
          "vpc_peering_connection_id");

  private Routes() {}

  static Route route(Optional<String> block, Optional<String> prefixList, Target target) {
    Place destination =
        block
            .<Place>map(text -> new Place.Block(Parsing.block(text)))
            .or(() -> prefixList.map(Place.Listed::new))
            .orElseThrow(
                () -> new AwsException("InvalidParameterValue", 400, "IPv6 routes are not served"));
    return new Route(destination, target);
  }

  static Target target(ObjectValue route) {
    Optional<String> gateway = route.nonEmptyText("gateway_id");
    if (gateway.isPresent()) {
      return gateway.get().equals("local")
          ? new Target.Local()
          : new Target.InternetGateway(gateway.get());
    }
    return OTHERS.stream()
        .flatMap(name -> route.nonEmptyText(name).stream())
        .findFirst()
        .<Target>map(Target.Other::new)
        .orElseThrow(() ->
            new AwsException(
                "MissingParameter",
                400,
                "The request must contain exactly one of gatewayId, natGatewayId, ..."));
  }
}
