package dev.skybridge.app.wiring;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.elb.Placement;
import java.util.List;
import java.util.Optional;

/** Tells Elastic Load Balancing what EC2 knows of its network interfaces. */
record PlacementWiring(Ec2 ec2) implements Placement {
  @Override
  public Optional<String> zone(Scope scope, String subnetId) {
    return ec2.find(Ec2Record.Subnet.class, scope, subnetId)
        .map(Ec2Record.Subnet::availabilityZone);
  }

  @Override
  public List<String> groups(Scope scope, String interfaceId) {
    return List.copyOf(ec2.groups(scope, interfaceId).keySet());
  }
}
