package dev.skybridge.app.wiring;

import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import dev.skybridge.services.route53.Vpcs;
import java.util.Optional;

/** Tells Route 53 where VPCs are. */
record VpcsWiring(Ec2 ec2) implements Vpcs {
  @Override
  public Optional<Scope> find(String vpcId) {
    return ec2.all(Vpc.class).stream()
        .filter(vpc -> vpc.id().equals(vpcId))
        .map(Vpc::scope)
        .findFirst();
  }
}
