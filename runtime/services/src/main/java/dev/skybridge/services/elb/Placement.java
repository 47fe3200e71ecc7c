package dev.skybridge.services.elb;

import dev.skybridge.policy.Scope;
import java.util.List;
import java.util.Optional;

/** Where the network interfaces of load balancers are; the service ec2 knows it. */
public interface Placement {
  /** The Availability Zone of a subnet. */
  Optional<String> zone(Scope scope, String subnetId);

  /** The ids of a network interface's security groups; none if it is not there. */
  List<String> groups(Scope scope, String interfaceId);
}
