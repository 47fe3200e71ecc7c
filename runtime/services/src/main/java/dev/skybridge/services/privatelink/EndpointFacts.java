package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Region;
import java.util.Optional;

/**
 * What a service learns of the endpoint over which a request came. The endpoint's policy goes with
 * it: the service evaluates it, for TLS ends there.
 *
 * @param endpointId e.g. {@code vpce-0a1b}
 * @param vpcId the VPC that the endpoint is in
 */
public record EndpointFacts(
    Region region, String endpointId, String vpcId, Optional<AttachedPolicy> policy) {
  public EndpointFacts {
    requireNonNull(region);
    requireNonNull(endpointId);
    requireNonNull(vpcId);
    requireNonNull(policy);
  }
}
