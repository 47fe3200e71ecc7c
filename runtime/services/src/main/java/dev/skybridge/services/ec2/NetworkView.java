package dev.skybridge.services.ec2;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.NetworkAcl;
import dev.skybridge.network.RouteTable;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What an account has in a Region, what AWS makes with each VPC included. */
final class NetworkView {
  private final Ec2 ec2;
  private final Scope scope;
  private final Set<String> vpcIds;

  NetworkView(Ec2 ec2, Scope scope) {
    this.ec2 = requireNonNull(ec2);
    this.scope = requireNonNull(scope);
    this.vpcIds = all(Vpc.class).stream().map(Vpc::id).collect(Collectors.toSet());
  }

  Scope scope() {
    return scope;
  }

  String owner() {
    return scope.account().value();
  }

  <R extends Ec2Record> List<R> all(Class<R> kind) {
    return ec2.all(kind, scope);
  }

  <R extends Ec2Record> Optional<R> find(Class<R> kind, String id) {
    return ec2.find(kind, scope, id);
  }

  List<RouteTable> routeTables() {
    return new TopologyBuilder(ec2)
        .routeTables().stream().filter(table -> vpcIds.contains(table.vpcId())).toList();
  }

  List<SecurityGroup> groups() {
    return new TopologyBuilder(ec2)
        .securityGroups().stream().filter(group -> vpcIds.contains(group.vpcId())).toList();
  }

  List<NetworkAcl> acls() {
    return new AclBuilder(ec2)
        .build().stream().filter(acl -> vpcIds.contains(acl.vpcId())).toList();
  }

  String groupName(String groupId) {
    return find(Ec2Record.SecurityGroup.class, groupId)
        .map(Ec2Record.SecurityGroup::name)
        .orElse("default");
  }

  String groupDescription(String groupId) {
    return find(Ec2Record.SecurityGroup.class, groupId)
        .map(Ec2Record.SecurityGroup::description)
        .orElse(Ec2Record.SecurityGroup.DEFAULT_DESCRIPTION);
  }

  Optional<String> ruleDescription(String ruleId) {
    return find(Ec2Record.SecurityGroupRule.class, ruleId)
        .flatMap(Ec2Record.SecurityGroupRule::description);
  }

  List<Subnet> subnets(String vpcId) {
    return all(Subnet.class).stream().filter(subnet -> subnet.vpcId().equals(vpcId)).toList();
  }

  /** The Availability Zone of a subnet. */
  Optional<String> zone(String subnetId) {
    return find(Subnet.class, subnetId).map(Subnet::availabilityZone);
  }

  /** The name that the VPC's resolver gives an address, if its VPC gives names. */
  Optional<String> privateName(dev.skybridge.network.NetworkInterface card) {
    return find(Vpc.class, card.vpcId())
        .filter(Vpc::dnsHostnames)
        .map(vpc -> PrivateNames.of(scope.region(), card.address()));
  }
}
