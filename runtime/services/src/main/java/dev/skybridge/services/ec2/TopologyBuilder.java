package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Place;
import dev.skybridge.network.PrefixList;
import dev.skybridge.network.Route;
import dev.skybridge.network.RouteTable;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.network.Subnet;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroupRule;
import dev.skybridge.services.ec2.Ec2Record.TableRoute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Turns EC2's records into the network's own picture of them. */
final class TopologyBuilder {
  private final Ec2 ec2;

  /** By route table. */
  private final Map<String, List<RouteTableAssociation>> associations;

  /** By route table. */
  private final Map<String, List<TableRoute>> routes;

  /** By security group. */
  private final Map<String, List<SecurityGroupRule>> rules;

  TopologyBuilder(Ec2 ec2) {
    this.ec2 = ec2;
    associations = by(RouteTableAssociation.class, RouteTableAssociation::routeTableId);
    routes = by(TableRoute.class, TableRoute::routeTableId);
    rules = by(SecurityGroupRule.class, SecurityGroupRule::groupId);
  }

  private <R extends Ec2Record> Map<String, List<R>> by(Class<R> kind, Function<R, String> id) {
    return ec2.all(kind).stream().collect(Collectors.groupingBy(id));
  }

  Topology build() {
    return new Topology(
        vpcs(),
        subnets(),
        routeTables(),
        securityGroups(),
        interfaces(),
        prefixLists(),
        new AclBuilder(ec2).build());
  }

  private List<Vpc> vpcs() {
    return ec2.all(Ec2Record.Vpc.class).stream()
        .map(vpc ->
            new Vpc(
                vpc.id(),
                ec2.number(vpc.scope(), vpc.id()).orElseThrow(),
                List.of(vpc.cidr()),
                vpc.dnsSupport()))
        .toList();
  }

  private List<Subnet> subnets() {
    return ec2.all(Ec2Record.Subnet.class).stream()
        .map(subnet -> new Subnet(subnet.id(), subnet.vpcId(), subnet.cidr()))
        .toList();
  }

  /** All route tables, main ones included. */
  List<RouteTable> routeTables() {
    List<RouteTable> tables = new ArrayList<>();
    for (Ec2Record.Vpc vpc : ec2.all(Ec2Record.Vpc.class)) {
      tables.add(routeTable(vpc.mainRouteTableId(), vpc.id(), true, List.of()));
    }
    for (Ec2Record.RouteTable table : ec2.all(Ec2Record.RouteTable.class)) {
      tables.add(routeTable(table.id(), table.vpcId(), false, table.routes()));
    }
    return tables;
  }

  private RouteTable routeTable(String id, String vpcId, boolean main, List<Route> own) {
    Set<String> subnets =
        associations.getOrDefault(id, List.of()).stream()
            .map(RouteTableAssociation::subnetId)
            .collect(Collectors.toSet());
    List<Route> all = new ArrayList<>(own);
    routes.getOrDefault(id, List.of()).stream().map(TableRoute::route).forEach(all::add);
    return new RouteTable(id, vpcId, main, subnets, all);
  }

  /** All security groups, default ones included. */
  List<SecurityGroup> securityGroups() {
    Map<String, SecurityGroup> groups = new LinkedHashMap<>();
    for (Ec2Record.Vpc vpc : ec2.all(Ec2Record.Vpc.class)) {
      String id = vpc.defaultSecurityGroupId();
      groups.put(id, group(id, vpc.id(), defaultRules(id)));
    }
    for (Ec2Record.SecurityGroup group : ec2.all(Ec2Record.SecurityGroup.class)) {
      groups.put(group.id(), group(group.id(), group.vpcId(), group.rules()));
    }
    return List.copyOf(groups.values());
  }

  private SecurityGroup group(String id, String vpcId, List<Rule> own) {
    List<Rule> all = new ArrayList<>(own);
    rules.getOrDefault(id, List.of()).stream().map(SecurityGroupRule::rule).forEach(all::add);
    return new SecurityGroup(id, vpcId, all);
  }

  /** A default group lets its members talk to each other and to everybody else outside. */
  private static List<Rule> defaultRules(String groupId) {
    // Ids as AWS's: the group's own number, and for the other rule the same from the end.
    String suffix = groupId.substring(groupId.indexOf('-') + 1);
    String turned = new StringBuilder(suffix).reverse().toString();
    return List.of(
        new Rule("sgr-" + suffix, Direction.INGRESS, "-1", -1, -1, new Place.Member(groupId)),
        new Rule("sgr-" + turned, Direction.EGRESS, "-1", -1, -1, new Place.Block(Cidr.ANYWHERE)));
  }

  private List<NetworkInterface> interfaces() {
    return ec2.all(Ec2Record.NetworkInterface.class).stream()
        .map(Ec2Record.NetworkInterface::card)
        .toList();
  }

  private List<PrefixList> prefixLists() {
    return ec2.all(Ec2Record.Vpc.class).stream()
        .map(vpc -> vpc.scope().region())
        .distinct()
        .flatMap(region -> PrefixLists.of(region).stream())
        .toList();
  }
}
