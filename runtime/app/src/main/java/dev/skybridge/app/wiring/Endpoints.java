package dev.skybridge.app.wiring;

import dev.skybridge.network.Ipv4;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.services.privatelink.PrivateLink;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Closes the one circle of the wiring: API Gateway and DynamoDB ask for endpoints, and endpoints
 * lead to API Gateway and from there to DynamoDB. Set once, before anything runs.
 */
final class Endpoints {
  private volatile @Nullable PrivateLink endpoints;

  void set(PrivateLink privateLink) {
    endpoints = privateLink;
  }

  /** The policy of an endpoint; nothing when it lets everything pass. */
  Optional<AttachedPolicy> policy(String endpointId) {
    PrivateLink known = endpoints;
    return known == null ? Optional.empty() : known.policy(endpointId);
  }

  /** The addresses of an interface endpoint. */
  List<Ipv4> addresses(String endpointId) {
    PrivateLink known = endpoints;
    return known == null ? List.of() : known.addresses(endpointId);
  }
}
