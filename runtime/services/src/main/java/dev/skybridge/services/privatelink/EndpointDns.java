package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.fabric.Fabric;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes the names of interface endpoints known: those of their own everywhere, those of private DNS
 * in their VPC. Not thread-safe: {@link PrivateLink} holds its lock.
 */
final class EndpointDns {
  private final Fabric fabric;

  /** The VPC of each endpoint whose names are known. */
  private final Map<String, String> named = new HashMap<>();

  EndpointDns(Fabric fabric) {
    this.fabric = requireNonNull(fabric);
  }

  void reconcile(Collection<InterfaceEndpoint> endpoints) {
    Map<String, String> gone = new HashMap<>(named);
    for (InterfaceEndpoint endpoint : endpoints) {
      gone.remove(endpoint.id());
      named.put(endpoint.id(), endpoint.vpcId());
      fabric.names().publish(endpoint.id(), endpoint.names());
      if (endpoint.privateDns()) {
        fabric.resolver(endpoint.vpcId()).manage(endpoint.id(), endpoint.privateZone());
      } else {
        fabric.resolver(endpoint.vpcId()).release(endpoint.id());
      }
    }
    gone.forEach((id, vpcId) -> {
      named.remove(id);
      fabric.names().publish(id, Map.of());
      fabric.resolver(vpcId).release(id);
    });
  }
}
