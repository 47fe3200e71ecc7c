package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Region;
import java.util.Optional;

/**
 * The interface endpoint over which a request came.
 *
 * @param region the endpoint's Region: it leads to the APIs of that Region only
 * @param vpcEndpointId e.g. {@code vpce-0a1b}
 * @param vpcId the VPC that the endpoint is in
 * @param policy the endpoint's policy; without one everything may pass
 */
public record Arrival(
    Region region, String vpcEndpointId, String vpcId, Optional<AttachedPolicy> policy) {
  public Arrival {
    requireNonNull(region);
    requireNonNull(vpcEndpointId);
    requireNonNull(vpcId);
    requireNonNull(policy);
  }
}
