package dev.skybridge.services;

import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Region;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The condition keys that every request to a service of this system has. */
public final class RequestFacts {
  private RequestFacts() {}

  /**
   * Region, time and transport; nothing here is called without TLS or from inside.
   *
   * @param region where the request is made
   * @param now when
   */
  public static Context.Builder of(Region region, Instant now) {
    return Context.builder()
        .put(ConditionKey.REQUESTED_REGION, region.name())
        .put(ConditionKey.SECURE_TRANSPORT, "true")
        .put(ConditionKey.CURRENT_TIME, now.truncatedTo(ChronoUnit.SECONDS).toString())
        .put(ConditionKey.EPOCH_TIME, Long.toString(now.getEpochSecond()));
  }
}
