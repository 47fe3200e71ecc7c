package dev.skybridge.services.privatelink;

import dev.skybridge.policy.Scope;
import java.util.Map;

/** The security groups of network interfaces; the service ec2 has them. */
@FunctionalInterface
public interface EndpointGroups {
  /** The names of an interface's groups by their ids; none if it is not there. */
  Map<String, String> of(Scope scope, String interfaceId);
}
