package dev.skybridge.services.elb;

import dev.skybridge.policy.Region;
import java.util.Map;
import java.util.Optional;

/**
 * The hosted zones that have the names of Application Load Balancers.
 *
 * @see <a href="https://docs.aws.amazon.com/general/latest/gr/elb.html">Elastic Load Balancing
 *     endpoints and quotas</a>
 */
public final class LoadBalancerZones {
  private static final Map<String, String> ZONES =
      Map.of(
          "eu-central-1", "Z215JYRZR1TBD5",
          "eu-west-1", "Z32O12XQLNTSW2",
          "eu-west-2", "ZHURV8PSTC4K8",
          "eu-west-3", "Z3Q77PNBQS71R4",
          "eu-north-1", "Z23TAZ6LKFMNIO",
          "us-east-1", "Z35SXDOTRQ7X7K",
          "us-east-2", "Z3AADJGX6KTTL2",
          "us-west-1", "Z368ELLRRE2KJ0",
          "us-west-2", "Z1H1FL5HABSF5");

  private LoadBalancerZones() {}

  /** The zone's id; empty for a Region whose zone is not known here. */
  public static Optional<String> of(Region region) {
    return Optional.ofNullable(ZONES.get(region.name()));
  }
}
