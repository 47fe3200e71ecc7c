package dev.skybridge.app.wiring;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.services.apigateway.EndpointNames;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The names that an API has at its endpoints lead to their addresses. */
record EndpointNameWiring(Fabric fabric, Endpoints endpoints) implements EndpointNames {
  @Override
  public void publish(String owner, Map<String, String> endpointIds) {
    Map<String, List<Ipv4>> names = new HashMap<>();
    endpointIds.forEach((name, endpoint) -> names.put(name, endpoints.addresses(endpoint)));
    fabric.names().publish(owner, names);
  }
}
