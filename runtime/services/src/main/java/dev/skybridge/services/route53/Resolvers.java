package dev.skybridge.services.route53;

import dev.skybridge.network.dns.Zone;
import java.util.List;

/** The resolvers of VPCs, which answer from private zones. */
public interface Resolvers {
  /** Sets the zones that the resolver of a VPC answers from, instead of those it had. */
  void zones(String vpcId, List<Zone> zones);

  /** Whether AWS itself keeps a zone of this name in a VPC, for an endpoint's private DNS. */
  boolean isManaged(String vpcId, String name);

  /** Whether AWS gives this name to something: whether an alias can stand for it. */
  boolean isName(String dnsName);
}
