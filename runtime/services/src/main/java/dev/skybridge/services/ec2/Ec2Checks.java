package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Place;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import dev.skybridge.services.ec2.Ec2Record.RouteTable;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroup;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroupRule;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import dev.skybridge.services.ec2.Ec2Record.TableRoute;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What EC2's API refuses when something is made, in its words. The texts are those that AWS answers
 * with as far as they are published; the codes are those of the EC2 API reference.
 */
public final class Ec2Checks {
  private final Ec2 ec2;

  Ec2Checks(Ec2 ec2) {
    this.ec2 = ec2;
  }

  /** Refuses a VPC that is larger than /16 or smaller than /28. */
  public void vpc(Cidr cidr) {
    if (cidr.prefix() < 16 || cidr.prefix() > 28) {
      throw new AwsException(
          "InvalidVpc.Range",
          400,
          "The CIDR '" + cidr + "' is invalid.",
          "[a VPC's block is of /16 to /28]");
    }
  }

  /** The VPC, or AWS's refusal. */
  public Vpc vpc(Scope scope, String id) {
    return ec2.find(Vpc.class, scope, id)
        .orElseThrow(
            () -> refusal("InvalidVpcID.NotFound", "The vpc ID '" + id + "' does not exist"));
  }

  /** The subnet, or AWS's refusal. */
  public Subnet subnet(Scope scope, String id) {
    return ec2.find(Subnet.class, scope, id)
        .orElseThrow(
            () -> refusal("InvalidSubnetID.NotFound", "The subnet ID '" + id + "' does not exist"));
  }

  /** Refuses a subnet that is no part of its VPC or overlaps another. */
  public void subnet(Scope scope, String vpcId, Cidr cidr) {
    Vpc vpc = vpc(scope, vpcId);
    if (!vpc.cidr().contains(cidr) || cidr.prefix() > 28) {
      throw new AwsException(
          "InvalidSubnet.Range",
          400,
          "The CIDR '" + cidr + "' is invalid.",
          "[a subnet's block is of /28 or larger and lies in its VPC's, " + vpc.cidr() + "]");
    }
    if (ec2.all(Subnet.class, scope).stream()
        .anyMatch(other -> other.vpcId().equals(vpcId) && other.cidr().overlaps(cidr))) {
      throw refusal(
          "InvalidSubnet.Conflict", "The CIDR '" + cidr + "' conflicts with another subnet");
    }
  }

  /** Refuses an attachment to a VPC that is not there or has an internet gateway. */
  public void internetGateway(Scope scope, String vpcId) {
    vpc(scope, vpcId);
    if (ec2.all(InternetGateway.class, scope).stream()
        .anyMatch(other -> other.vpcId().equals(Optional.of(vpcId)))) {
      throw refusal(
          "InvalidParameterValue",
          "Network " + vpcId + " already has an internet gateway attached");
    }
  }

  /** The VPC of a route table, main ones included, or AWS's refusal. */
  public String vpcOfRouteTable(Scope scope, String id) {
    return ec2.find(RouteTable.class, scope, id)
        .map(RouteTable::vpcId)
        .or(() ->
            ec2.all(Vpc.class, scope).stream()
                .filter(vpc -> vpc.mainRouteTableId().equals(id))
                .map(Vpc::id)
                .findFirst())
        .orElseThrow(() ->
            refusal(
                "InvalidRouteTableID.NotFound", "The routeTable ID '" + id + "' does not exist"));
  }

  /** Refuses a route that is there already or leads out of the VPC's own reach. */
  public void route(TableRoute wanted) {
    String vpcId = vpcOfRouteTable(wanted.scope(), wanted.routeTableId());
    if (ec2.find(TableRoute.class, wanted.scope(), wanted.id()).isPresent()) {
      throw refusal(
          "RouteAlreadyExists",
          "The route identified by " + wanted.route().destination() + " already exists.");
    }
    if (wanted.route().target() instanceof Target.InternetGateway(String gatewayId)) {
      InternetGateway gateway =
          ec2.find(InternetGateway.class, wanted.scope(), gatewayId)
              .orElseThrow(() ->
                  refusal(
                      "InvalidInternetGatewayID.NotFound",
                      "The internetGateway ID '" + gatewayId + "' does not exist"));
      if (!gateway.vpcId().equals(Optional.of(vpcId))) {
        throw refusal(
            "InvalidParameterValue",
            "route table "
                + wanted.routeTableId()
                + " and network gateway "
                + gatewayId
                + " belong to different networks");
      }
    }
  }

  /** Refuses a second table for a subnet, and a table of another VPC. */
  public void association(Scope scope, String routeTableId, String subnetId) {
    String vpcId = vpcOfRouteTable(scope, routeTableId);
    if (!subnet(scope, subnetId).vpcId().equals(vpcId)) {
      throw refusal(
          "InvalidParameterValue",
          "route table "
              + routeTableId
              + " and subnet "
              + subnetId
              + " belong to different networks");
    }
    if (ec2.all(RouteTableAssociation.class, scope).stream()
        .anyMatch(other -> other.subnetId().equals(subnetId))) {
      throw refusal(
          "Resource.AlreadyAssociated",
          "the specified association for route table "
              + routeTableId
              + " conflicts with an existing association");
    }
  }

  /** Refuses a name that a group of the VPC has already, or that AWS keeps. */
  public void securityGroup(Scope scope, String vpcId, String name) {
    vpc(scope, vpcId);
    if (name.equals("default")) {
      throw refusal("InvalidParameterValue", "Cannot use reserved security group name: " + name);
    }
    if (ec2.all(SecurityGroup.class, scope).stream()
        .anyMatch(other -> other.vpcId().equals(vpcId) && other.name().equals(name))) {
      throw refusal(
          "InvalidGroup.Duplicate",
          "The security group '" + name + "' already exists for VPC '" + vpcId + "'");
    }
  }

  /** The VPC of a security group, default ones included, or AWS's refusal. */
  public String vpcOfGroup(Scope scope, String id) {
    return ec2.find(SecurityGroup.class, scope, id)
        .map(SecurityGroup::vpcId)
        .or(() ->
            ec2.all(Vpc.class, scope).stream()
                .filter(vpc -> vpc.defaultSecurityGroupId().equals(id))
                .map(Vpc::id)
                .findFirst())
        .orElseThrow(() ->
            refusal("InvalidGroup.NotFound", "The security group '" + id + "' does not exist"));
  }

  /** Refuses groups that are not there or belong to another VPC than the interface's. */
  public void groups(Scope scope, String vpcId, List<String> groupIds) {
    for (String id : groupIds) {
      if (!vpcOfGroup(scope, id).equals(vpcId)) {
        throw refusal(
            "InvalidGroup.NotFound",
            "The security group '" + id + "' does not exist in VPC '" + vpcId + "'");
      }
    }
  }

  /** Refuses a rule that the group has already, or whose other side is not there. */
  public void rule(Scope scope, String groupId, Rule wanted) {
    RuleChecks.wellFormed(wanted);
    String vpcId = vpcOfGroup(scope, groupId);
    switch (wanted.peer()) {
      case Place.Member(String other) -> {
        if (!vpcOfGroup(scope, other).equals(vpcId)) {
          throw refusal(
              "InvalidGroup.NotFound",
              "You have specified two resources that belong to different networks.");
        }
      }
      case Place.Listed(String list) -> {
        if (PrefixLists.find(scope.region(), list).isEmpty()) {
          throw refusal(
              "InvalidPrefixListID.NotFound", "The prefix list ID '" + list + "' does not exist");
        }
      }
      case Place.Block(Cidr ignored) -> {}
    }
    if (ec2.all(SecurityGroupRule.class, scope).stream()
        .anyMatch(other ->
            other.groupId().equals(groupId)
                && !other.id().equals(wanted.id())
                && same(other.rule(), wanted))) {
      throw refusal(
          "InvalidPermission.Duplicate",
          "the specified rule \"" + text(wanted) + "\" already exists");
    }
  }

  private static boolean same(Rule one, Rule other) {
    return one.direction() == other.direction()
        && one.protocol().equals(other.protocol())
        && (one.protocol().equals("-1")
            || (one.fromPort() == other.fromPort() && one.toPort() == other.toPort()))
        && one.peer().equals(other.peer());
  }

  private static String text(Rule rule) {
    return rule.protocol().equals("-1")
        ? "peer: " + rule.peer() + ", ALL, ALLOW"
        : "peer: "
            + rule.peer()
            + ", "
            + rule.protocol().toUpperCase(Locale.ROOT)
            + ", from port: "
            + rule.fromPort()
            + ", to port: "
            + rule.toPort()
            + ", ALLOW";
  }

  static AwsException refusal(String code, String message) {
    return new AwsException(code, 400, message);
  }
}
