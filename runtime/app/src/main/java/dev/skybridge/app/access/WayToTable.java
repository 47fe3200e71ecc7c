package dev.skybridge.app.access;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.Flow;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.policy.Region;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.dynamodb.Caller;
import dev.skybridge.services.ec2.PrefixLists;
import dev.skybridge.services.lambda.Egress;
import java.util.Optional;

/** From a principal, where it has one by its network interface, to a table. */
final class WayToTable {
  private static final int HTTPS = 443;

  /** An address of AWS's own (documentation range): that of callers outside a VPC. */
  private static final String OUTSIDE = "203.0.113.10";

  private final World world;

  WayToTable(World world) {
    this.world = world;
  }

  void ask(Actor actor, Goal.TableUse goal, Trace trace) {
    if (actor.caller().isEmpty()) {
      Judge.refuse(
          trace,
          "signature",
          actor.name(),
          "no credentials",
          "DynamoDB serves signed requests only, and " + actor.name() + " has no credentials",
          "");
      return;
    }
    Region region = new Region(goal.arn().region());
    Optional<Egress.Way> way =
        actor.function().isPresent()
            ? world.egress().toDynamoDb(actor.function().get(), trace)
            : actor.card().isPresent()
                ? way(region, actor.card().get(), trace)
                : Optional.of(new Egress.Way(Optional.empty(), Optional.empty(), OUTSIDE));
    if (way.isEmpty()) {
      return;
    }
    Caller caller =
        new Caller(
            region,
            way.get().vpcEndpoint(),
            way.get().vpc(),
            way.get().sourceAddress(),
            actor.function().map(function -> function.arn().toString()));
    Requester who = new Requester(actor.caller().get(), actor.caller().get().bound(), trace);
    world.dynamoDb().judge(who, caller, goal.operation(), goal.arn());
  }

  private Optional<Egress.Way> way(Region region, NetworkInterface card, Trace trace) {
    String list =
        PrefixLists.find(region, "com.amazonaws." + region.name() + ".dynamodb").orElseThrow().id();
    Reachability gates = new Reachability(world.fabric().topology());
    return gates.ask(Flow.toPrefixList(card.id(), list, HTTPS), trace).isPresent()
        ? Optional.empty()
        : Optional.of(
            new Egress.Way(
                gates.gatewayEndpoint(card.id(), list),
                Optional.of(card.vpcId()),
                card.address().toString()));
  }
}
