package dev.skybridge.services.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Route;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.policy.Scope;
import java.util.List;
import java.util.Optional;

/** What EC2 keeps: each is known by its account, Region and id. */
public sealed interface Ec2Record {
  Scope scope();

  /** Unique in its scope over all kinds, e.g. {@code vpc-0a1b}. */
  String id();

  /**
   * A VPC and what AWS makes with each: a main route table, a default security group and a default
   * network ACL (which allows everything).
   *
   * @param cidr its block, /16 to /28
   */
  record Vpc(
      Scope scope,
      String id,
      Cidr cidr,
      boolean dnsSupport,
      boolean dnsHostnames,
      String mainRouteTableId,
      String defaultSecurityGroupId,
      String defaultNetworkAclId)
      implements Ec2Record {}

  /**
   * A part of a VPC.
   *
   * @param availabilityZone e.g. {@code eu-central-1a}
   */
  record Subnet(Scope scope, String id, String vpcId, Cidr cidr, String availabilityZone)
      implements Ec2Record {}

  /** A door to the internet, attached to a VPC or to none. */
  record InternetGateway(Scope scope, String id, Optional<String> vpcId) implements Ec2Record {}

  /**
   * A route table other than a VPC's main one.
   *
   * @param routes those it was made with; others come as {@link TableRoute}
   */
  record RouteTable(Scope scope, String id, String vpcId, List<Route> routes) implements Ec2Record {
    public RouteTable {
      routes = List.copyOf(routes);
    }

    /** A table without routes of its own. */
    public RouteTable(Scope scope, String id, String vpcId) {
      this(scope, id, vpcId, List.of());
    }
  }

  /** One route of a table; its {@code id} is the table's and the destination. */
  record TableRoute(Scope scope, String routeTableId, Route route) implements Ec2Record {
    @Override
    public String id() {
      return routeTableId + "_" + route.destination();
    }
  }

  /** That a subnet uses a table; without one it uses the VPC's main table. */
  record RouteTableAssociation(Scope scope, String id, String routeTableId, String subnetId)
      implements Ec2Record {}

  /**
   * A security group: one that was made (AWS's default egress is removed, as Terraform does), or a
   * VPC's default one whose rules were changed.
   *
   * @param description what it is for
   * @param rules those it was made with; others come as {@link SecurityGroupRule}
   */
  record SecurityGroup(
      Scope scope, String id, String vpcId, String name, String description, List<Rule> rules)
      implements Ec2Record {
    /** What AWS writes on the group that it makes with a VPC. */
    public static final String DEFAULT_DESCRIPTION = "default VPC security group";

    public SecurityGroup {
      rules = List.copyOf(rules);
    }

    /** A group without rules of its own, described by its name. */
    public SecurityGroup(Scope scope, String id, String vpcId, String name) {
      this(scope, id, vpcId, name, name, List.of());
    }
  }

  /**
   * One rule of a security group.
   *
   * @param description what it is for, if somebody wrote it down
   */
  record SecurityGroupRule(Scope scope, String groupId, Rule rule, Optional<String> description)
      implements Ec2Record {
    /** A rule without description. */
    public SecurityGroupRule(Scope scope, String groupId, Rule rule) {
      this(scope, groupId, rule, Optional.empty());
    }

    @Override
    public String id() {
      return rule.id();
    }
  }

  /**
   * A network ACL: one that was made, or a VPC's default one whose rules were changed.
   *
   * @param rules those it was made with; others come as {@link NetworkAclRule}
   * @param subnetIds the subnets it was made for; others come as {@link NetworkAclAssociation}, and
   *     these do too
   */
  record NetworkAcl(
      Scope scope,
      String id,
      String vpcId,
      List<dev.skybridge.network.NetworkAcl.Rule> rules,
      List<String> subnetIds)
      implements Ec2Record {
    public NetworkAcl {
      rules = List.copyOf(rules);
      subnetIds = List.copyOf(subnetIds);
    }
  }

  /** One rule of a network ACL; its {@code id} is the ACL's, the direction and the number. */
  record NetworkAclRule(
      Scope scope, String networkAclId, dev.skybridge.network.NetworkAcl.Rule rule)
      implements Ec2Record {
    @Override
    public String id() {
      return networkAclId + "_" + rule.direction() + "_" + rule.number();
    }
  }

  /**
   * That a subnet uses a network ACL; without one it uses the VPC's default ACL. A subnet has one
   * at a time, so a later one takes the place of an earlier.
   */
  record NetworkAclAssociation(Scope scope, String networkAclId, String subnetId)
      implements Ec2Record {
    @Override
    public String id() {
      return idOf(subnetId);
    }

    /** The id of the one association that a subnet can have. */
    static String idOf(String subnetId) {
      return "aclassoc_" + subnetId;
    }
  }

  /**
   * A network interface and whose it is.
   *
   * @param ownerId the id or ARN of the instance, load balancer, endpoint or function
   */
  record NetworkInterface(
      Scope scope,
      dev.skybridge.network.NetworkInterface card,
      InterfaceOwner owner,
      String ownerId)
      implements Ec2Record {
    @Override
    public String id() {
      return card.id();
    }
  }

  /**
   * A virtual machine. Nothing runs in it; it is a place in the network from which people act.
   *
   * @param interfaceId its primary network interface
   * @param imageId the image that it would run, e.g. {@code ami-0a1b}
   * @param type how large it would be, e.g. {@code t3.micro}
   * @param profile the ARN of its instance profile
   */
  record Instance(
      Scope scope,
      String id,
      String interfaceId,
      String imageId,
      String type,
      Optional<String> profile)
      implements Ec2Record {}
}
