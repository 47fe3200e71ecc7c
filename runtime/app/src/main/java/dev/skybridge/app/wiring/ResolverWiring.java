package dev.skybridge.app.wiring;

import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.services.route53.Resolvers;
import java.util.List;

/** Route 53 tells the fabric's resolvers. */
record ResolverWiring(Fabric fabric) implements Resolvers {
  @Override
  public void zones(String vpcId, List<Zone> zones) {
    fabric.resolver(vpcId).zones(zones);
  }

  @Override
  public boolean isManaged(String vpcId, String name) {
    return fabric.resolver(vpcId).isManaged(name);
  }

  @Override
  public boolean isName(String dnsName) {
    return fabric.names().find(dnsName).isPresent();
  }
}
