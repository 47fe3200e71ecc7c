package dev.skybridge.app.access;

import dev.skybridge.gate.Trace;
import dev.skybridge.services.api.Requester;

/** From a principal to a secret's value. */
final class WayToSecret {
  private final World world;

  WayToSecret(World world) {
    this.world = world;
  }

  void ask(Actor actor, Goal.SecretValue goal, Trace trace) {
    if (actor.caller().isEmpty()) {
      Judge.refuse(
          trace,
          "signature",
          actor.name(),
          "no credentials",
          "Secrets Manager serves signed requests only, and " + actor.name() + " has none",
          "");
      return;
    }
    if (actor.card().isPresent()) {
      Judge.refuse(
          trace,
          "route",
          actor.card().get().subnetId(),
          "no way to secretsmanager",
          "nothing leads from "
              + actor.card().get().vpcId()
              + " to Secrets Manager: interface endpoints serve execute-api, and nothing outside a"
              + " VPC is reachable from it",
          "");
      return;
    }
    Requester who = new Requester(actor.caller().get(), actor.caller().get().bound(), trace);
    world.secrets().judge(who, goal.secret());
  }
}
