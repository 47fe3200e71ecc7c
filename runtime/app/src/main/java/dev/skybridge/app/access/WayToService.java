package dev.skybridge.app.access;

import dev.skybridge.gate.Trace;
import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.api.Facts;
import dev.skybridge.services.api.Requester;
import dev.skybridge.services.kms.Use;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** From a principal to a secret's value, the use of a key or a function's invocation. */
final class WayToService {
  private final World world;

  WayToService(World world) {
    this.world = world;
  }

  void ask(Actor actor, Goal.SecretValue goal, Trace trace) {
    Region region = goal.secret().scope().region();
    requester(actor, region, "Secrets Manager", trace)
        .ifPresent(who -> world.secrets().judge(who, goal.secret()));
  }

  void ask(Actor actor, Goal.KeyUse goal, Trace trace) {
    Region region = goal.key().scope().region();
    requester(actor, region, "KMS", trace)
        .ifPresent(who -> {
          Scope scope = new Scope(who.identity().account(), region);
          Use use = new Use(who, scope, Context.empty(), Map.of());
          world.kms().judge(use, goal.key(), goal.action());
        });
  }

  void ask(Actor actor, Goal.Invocation goal, Trace trace) {
    Region region = goal.function().scope().region();
    requester(actor, region, "Lambda", trace)
        .ifPresent(who ->
            world.lambda().judge(world.iam()::principalPolicies, who, goal.function().arn()));
  }

  /** Who asks; nobody where there are no credentials, or no way to a service's endpoint. */
  private Optional<Requester> requester(Actor actor, Region region, String service, Trace trace) {
    if (actor.caller().isEmpty()) {
      Judge.refuse(
          trace,
          "signature",
          actor.name(),
          "no credentials",
          service + " serves signed requests only, and " + actor.name() + " has no credentials",
          "");
      return Optional.empty();
    }
    if (actor.card().isPresent()) {
      Judge.refuse(
          trace,
          "route",
          actor.card().get().subnetId(),
          "no way to " + service,
          "nothing leads from "
              + actor.card().get().vpcId()
              + " to "
              + service
              + ": interface endpoints serve execute-api, and nothing outside a VPC is reachable"
              + " from it",
          "");
      return Optional.empty();
    }
    Context facts =
        RequestFacts.of(region, Instant.now())
            .put(ConditionKey.SOURCE_IP, WayToTable.OUTSIDE)
            .put(ConditionKey.VIA_AWS_SERVICE, "false")
            .build();
    Context all = Facts.both(facts, actor.caller().get().bound());
    return Optional.of(new Requester(actor.caller().get(), all, trace));
  }
}
