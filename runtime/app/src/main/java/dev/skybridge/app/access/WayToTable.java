package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.Flow;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.policy.Region;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.dynamodb.Caller;
import dev.skybridge.services.ec2.PrefixLists;
import dev.skybridge.services.lambda.Egress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a principal, where it has one by its network interface, to a table. */
final class WayToTable {
  private static final int HTTPS = 443;

  /** An address of AWS's own (documentation range): that of callers outside a VPC. */
  static final String OUTSIDE = "203.0.113.10";

  private final World world;

  /** The ways that were asked: one leads to all tables of a Region. */
  private final Map<Start, Way> ways = new HashMap<>();

  /** From where; nothing outside of a VPC. */
  private record Start(Optional<String> place, Region region) {}

  /** The gates to DynamoDB, and the way behind them if they let pass. */
  private record Way(List<Step> steps, Optional<Egress.Way> way) {}

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
    Region region = goal.region();
    Way found = ways.computeIfAbsent(new Start(actor.place(), region), _ -> way(actor, region));
    trace.addAll(found.steps());
    Optional<Egress.Way> way = found.way();
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

  private Way way(Actor actor, Region region) {
    Trace trace = new Trace("way", 0, () -> 0);
    Optional<Egress.Way> way =
        actor.function().isPresent()
            ? world.egress().toDynamoDb(actor.function().get(), trace)
            : actor.card().isPresent()
                ? way(region, actor.card().get(), trace)
                : Optional.of(new Egress.Way(Optional.empty(), Optional.empty(), OUTSIDE));
    return new Way(trace.steps(), way);
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
