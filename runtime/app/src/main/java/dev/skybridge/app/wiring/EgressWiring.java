package dev.skybridge.app.wiring;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Flow;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.policy.Region;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.ec2.PrefixLists;
import dev.skybridge.services.lambda.Egress;
import dev.skybridge.services.lambda.Function;
import java.util.Optional;

/**
 * A function's way to DynamoDB: its interface's security groups, network ACL and route of its
 * subnet. A function without a VPC reaches it over AWS's own network, by no endpoint.
 */
record EgressWiring(Ec2 ec2, Fabric fabric) implements Egress {
  private static final int HTTPS = 443;

  /**
   * What DynamoDB sees of a function without a VPC: an address of AWS's own (documentation range).
   */
  private static final String OUTSIDE = "203.0.113.10";

  @Override
  public Optional<Way> toDynamoDb(Function function, Trace trace) {
    if (function.subnets().isEmpty()) {
      return Optional.of(new Way(Optional.empty(), Optional.empty(), OUTSIDE));
    }
    Optional<NetworkInterface> card = card(function);
    if (card.isEmpty()) {
      trace.ask(
          "network interface",
          function.arn().toString(),
          facts ->
              Verdict.refuse(
                  facts.arn().toString(),
                  "no network interface",
                  "the function has no network interface in " + facts.subnets()),
          function);
      return Optional.empty();
    }
    return way(function.scope().region(), card.get(), trace);
  }

  private Optional<Way> way(Region region, NetworkInterface card, Trace trace) {
    String list =
        PrefixLists.find(region, "com.amazonaws." + region.name() + ".dynamodb").orElseThrow().id();
    Reachability reachability = new Reachability(fabric.topology());
    Flow flow = Flow.toPrefixList(card.id(), list, HTTPS);
    if (reachability.ask(flow, trace).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        new Way(
            reachability.gatewayEndpoint(card.id(), list),
            Optional.of(card.vpcId()),
            card.address().toString()));
  }

  private Optional<NetworkInterface> card(Function function) {
    return ec2.interfacesOf(function.arn().toString()).stream()
        .map(Ec2Record.NetworkInterface::card)
        .findFirst();
  }
}
