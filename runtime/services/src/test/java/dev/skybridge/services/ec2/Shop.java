package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.Place;
import dev.skybridge.network.Route;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.network.Topology;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import dev.skybridge.services.ec2.Ec2Record.NetworkInterface;
import dev.skybridge.services.ec2.Ec2Record.RouteTable;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroup;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroupRule;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.TableRoute;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A small network to test with: one VPC, a public and a private subnet, two groups. */
final class Shop {
  static final Scope ACCOUNT = scope("111122223333");

  final List<Topology> told = new ArrayList<>();
  final Ec2 ec2 = new Ec2(told::add);

  Shop() {
    ec2.put(vpc(ACCOUNT, "vpc-1"));
    ec2.put(subnet("subnet-public", "192.168.0.0/24", "eu-central-1a"));
    ec2.put(subnet("subnet-private", "192.168.2.0/24", "eu-central-1a"));
    ec2.put(new InternetGateway(ACCOUNT, "igw-1", Optional.of("vpc-1")));
    ec2.put(new RouteTable(ACCOUNT, "rtb-public", "vpc-1"));
    ec2.put(internetRoute("igw-1"));
    ec2.put(new RouteTableAssociation(ACCOUNT, "rtbassoc-1", "rtb-public", "subnet-public"));
    ec2.put(new SecurityGroup(ACCOUNT, "sg-client", "vpc-1", "client"));
    ec2.put(new SecurityGroup(ACCOUNT, "sg-door", "vpc-1", "door"));
    ec2.put(rule("sg-door", https("sgr-1", Direction.INGRESS, new Place.Member("sg-client"))));
    ec2.put(rule("sg-client", https("sgr-2", Direction.EGRESS, new Place.Block(Cidr.ANYWHERE))));
  }

  static Scope scope(String account) {
    return new Scope(new AccountId(account), new Region("eu-central-1"));
  }

  static Vpc vpc(Scope scope, String id) {
    return new Vpc(
        scope,
        id,
        Cidr.parse("192.168.0.0/16"),
        true,
        true,
        "rtb-main-" + id,
        "sg-default-" + id,
        "acl-" + id);
  }

  static Subnet subnet(String id, String block, String zone) {
    return new Subnet(ACCOUNT, id, "vpc-1", Cidr.parse(block), zone);
  }

  static TableRoute internetRoute(String gateway) {
    return new TableRoute(
        ACCOUNT,
        "rtb-public",
        new Route(new Place.Block(Cidr.ANYWHERE), new Target.InternetGateway(gateway)));
  }

  static Rule https(String id, Direction direction, Place peer) {
    return new Rule(id, direction, "tcp", 443, 443, peer);
  }

  static SecurityGroupRule rule(String group, Rule rule) {
    return new SecurityGroupRule(ACCOUNT, group, rule);
  }

  static NetworkInterface card(String id, String subnet, String address, String group) {
    return new NetworkInterface(
        ACCOUNT,
        new dev.skybridge.network.NetworkInterface(
            id, "vpc-1", subnet, Ipv4.parse(address), List.of(group), ""),
        InterfaceOwner.INSTANCE,
        "i-" + id);
  }
}
