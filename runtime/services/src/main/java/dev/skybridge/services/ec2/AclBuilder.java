package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.NetworkAcl;
import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.PortRange;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns EC2's records of network ACLs into the network's own picture of them. */
final class AclBuilder {
  /** What AWS gives a VPC's default network ACL. */
  static final List<Rule> DEFAULT_RULES =
      List.of(allowAll(Direction.INGRESS), allowAll(Direction.EGRESS));

  private final Ec2 ec2;

  /** By network ACL. */
  private final Map<String, List<Ec2Record.NetworkAclRule>> rules;

  /** By network ACL. */
  private final Map<String, List<Ec2Record.NetworkAclAssociation>> associations;

  AclBuilder(Ec2 ec2) {
    this.ec2 = ec2;
    rules =
        ec2.all(Ec2Record.NetworkAclRule.class).stream()
            .collect(Collectors.groupingBy(Ec2Record.NetworkAclRule::networkAclId));
    associations =
        ec2.all(Ec2Record.NetworkAclAssociation.class).stream()
            .collect(Collectors.groupingBy(Ec2Record.NetworkAclAssociation::networkAclId));
  }

  List<NetworkAcl> build() {
    Map<String, NetworkAcl> acls = new LinkedHashMap<>();
    for (Ec2Record.Vpc vpc : ec2.all(Ec2Record.Vpc.class)) {
      String id = vpc.defaultNetworkAclId();
      acls.put(id, acl(id, vpc.id(), true, DEFAULT_RULES));
    }
    for (Ec2Record.NetworkAcl own : ec2.all(Ec2Record.NetworkAcl.class)) {
      boolean main = acls.containsKey(own.id());
      acls.put(own.id(), acl(own.id(), own.vpcId(), main, own.rules()));
    }
    return List.copyOf(acls.values());
  }

  private NetworkAcl acl(String id, String vpcId, boolean main, List<Rule> own) {
    List<Rule> all = new ArrayList<>(own);
    rules.getOrDefault(id, List.of()).stream()
        .map(Ec2Record.NetworkAclRule::rule)
        .forEach(all::add);
    Set<String> subnets =
        associations.getOrDefault(id, List.of()).stream()
            .map(Ec2Record.NetworkAclAssociation::subnetId)
            .collect(Collectors.toSet());
    return new NetworkAcl(id, vpcId, main, subnets, all);
  }

  private static Rule allowAll(Direction direction) {
    return new Rule(100, direction, Action.ALLOW, "-1", PortRange.ALL, Cidr.ANYWHERE);
  }
}
