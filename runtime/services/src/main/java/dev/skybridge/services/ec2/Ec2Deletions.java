package dev.skybridge.services.ec2;

import dev.skybridge.network.Place;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record.InternetGateway;
import dev.skybridge.services.ec2.Ec2Record.NetworkInterface;
import dev.skybridge.services.ec2.Ec2Record.RouteTable;
import dev.skybridge.services.ec2.Ec2Record.RouteTableAssociation;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroup;
import dev.skybridge.services.ec2.Ec2Record.SecurityGroupRule;
import dev.skybridge.services.ec2.Ec2Record.Subnet;
import java.util.Optional;
import java.util.function.Predicate;

/** What EC2's API refuses to delete because something else needs it: DependencyViolation. */
public final class Ec2Deletions {
  private final Ec2 ec2;

  public Ec2Deletions(Ec2 ec2) {
    this.ec2 = ec2;
  }

  public void vpc(Scope scope, String id) {
    String group =
        ec2.find(Ec2Record.Vpc.class, scope, id)
            .map(Ec2Record.Vpc::defaultSecurityGroupId)
            .orElse("");
    String acl =
        ec2.find(Ec2Record.Vpc.class, scope, id).map(Ec2Record.Vpc::defaultNetworkAclId).orElse("");
    boolean used =
        any(Subnet.class, scope, subnet -> subnet.vpcId().equals(id))
            || any(
                SecurityGroup.class,
                scope,
                other -> other.vpcId().equals(id) && !other.id().equals(group))
            || any(
                Ec2Record.NetworkAcl.class,
                scope,
                other -> other.vpcId().equals(id) && !other.id().equals(acl))
            || any(RouteTable.class, scope, table -> table.vpcId().equals(id))
            || any(InternetGateway.class, scope, door -> door.vpcId().equals(Optional.of(id)));
    refuseIf(used, "The vpc '" + id + "' has dependencies and cannot be deleted.");
  }

  public void subnet(Scope scope, String id) {
    refuseIf(
        any(NetworkInterface.class, scope, owned -> owned.card().subnetId().equals(id)),
        "The subnet '" + id + "' has dependencies and cannot be deleted.");
  }

  public void routeTable(Scope scope, String id) {
    refuseIf(
        any(RouteTableAssociation.class, scope, use -> use.routeTableId().equals(id)),
        "The routeTable '" + id + "' has dependencies and cannot be deleted.");
  }

  /** A group is needed by interfaces that are in it and by other groups' rules that name it. */
  public void securityGroup(Scope scope, String id) {
    boolean used =
        any(NetworkInterface.class, scope, owned -> owned.card().groupIds().contains(id))
            || any(
                SecurityGroupRule.class,
                scope,
                rule ->
                    !rule.groupId().equals(id) && rule.rule().peer().equals(new Place.Member(id)));
    refuseIf(used, "resource " + id + " has a dependent object");
  }

  private <R extends Ec2Record> boolean any(Class<R> kind, Scope scope, Predicate<R> test) {
    return ec2.all(kind, scope).stream().anyMatch(test);
  }

  private static void refuseIf(boolean used, String message) {
    if (used) {
      throw new AwsException("DependencyViolation", 400, message);
    }
  }
}
