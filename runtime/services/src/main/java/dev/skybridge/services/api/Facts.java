package dev.skybridge.services.api;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Region;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.signature.Caller;
import java.time.Instant;

/** The condition keys of a call of AWS's API. */
public final class Facts {
  private Facts() {}

  /**
   * The keys of a request that came over no VPC endpoint, with those of its caller's credentials.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global
   *     condition context keys</a>
   */
  static Context of(HttpRequest request, Region region, Instant now, Caller caller) {
    Context.Builder facts =
        RequestFacts.of(region, now)
            .put("aws:SourceIp", request.peer().address().toString())
            .put("aws:ViaAWSService", "false");
    request.headers().first("User-Agent").ifPresent(agent -> facts.put("aws:UserAgent", agent));
    request.headers().first("Referer").ifPresent(from -> facts.put("aws:Referer", from));
    return both(facts.build(), caller.bound());
  }

  /** The keys of both; where both have one, the second's values. */
  public static Context both(Context one, Context other) {
    return one.toBuilder().putAll(other).build();
  }
}
