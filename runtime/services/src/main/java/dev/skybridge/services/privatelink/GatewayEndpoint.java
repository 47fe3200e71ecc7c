package dev.skybridge.services.privatelink;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import java.util.List;
import java.util.Optional;

/**
 * A gateway endpoint: a target of routes, with a policy. It has no address and no socket.
 *
 * @param serviceName e.g. {@code com.amazonaws.eu-central-1.dynamodb}
 * @param prefixListId the service's addresses, as routes and security groups name them
 * @param routeTableIds the route tables that lead to it
 * @param policy its policy; without one everything may pass
 */
public record GatewayEndpoint(
    Scope scope,
    String id,
    String vpcId,
    String serviceName,
    String prefixListId,
    List<String> routeTableIds,
    Optional<AttachedPolicy> policy) {
  public GatewayEndpoint {
    requireNonNull(scope);
    requireNonNull(id);
    requireNonNull(vpcId);
    requireNonNull(serviceName);
    requireNonNull(prefixListId);
    routeTableIds = List.copyOf(routeTableIds);
    requireNonNull(policy);
  }
}
