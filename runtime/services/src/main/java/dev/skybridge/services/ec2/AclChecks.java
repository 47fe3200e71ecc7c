package dev.skybridge.services.ec2;

import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.ec2.Ec2Record.NetworkAcl;
import dev.skybridge.services.ec2.Ec2Record.NetworkAclRule;
import dev.skybridge.services.ec2.Ec2Record.Vpc;
import java.util.List;

/** What EC2's API refuses of network ACLs, in its words. */
public final class AclChecks {
  private final Ec2 ec2;

  public AclChecks(Ec2 ec2) {
    this.ec2 = ec2;
  }

  /** The VPC of a network ACL, default ones included, or AWS's refusal. */
  public String vpcOf(Scope scope, String id) {
    return ec2.find(NetworkAcl.class, scope, id)
        .map(NetworkAcl::vpcId)
        .or(() ->
            ec2.all(Vpc.class, scope).stream()
                .filter(vpc -> vpc.defaultNetworkAclId().equals(id))
                .map(Vpc::id)
                .findFirst())
        .orElseThrow(() ->
            Ec2Checks.refusal(
                "InvalidNetworkAclID.NotFound", "The networkAcl ID '" + id + "' does not exist"));
  }

  /** Refuses a rule whose number the ACL has in this direction already. */
  public void rule(NetworkAclRule wanted) {
    Scope scope = wanted.scope();
    vpcOf(scope, wanted.networkAclId());
    boolean taken =
        ec2.find(NetworkAclRule.class, scope, wanted.id()).isPresent()
            || own(scope, wanted.networkAclId()).stream()
                .anyMatch(other ->
                    other.direction() == wanted.rule().direction()
                        && other.number() == wanted.rule().number());
    if (taken) {
      throw exists(wanted.rule());
    }
  }

  /** Refuses a subnet of another VPC than the ACL's. */
  public void association(Scope scope, String networkAclId, String vpcId, String subnetId) {
    if (!ec2.checks().subnet(scope, subnetId).vpcId().equals(vpcId)) {
      throw Ec2Checks.refusal(
          "InvalidParameterValue",
          "Network ACL "
              + networkAclId
              + " and subnet "
              + subnetId
              + " belong to different networks");
    }
  }

  private List<Rule> own(Scope scope, String id) {
    return ec2.find(NetworkAcl.class, scope, id)
        .map(NetworkAcl::rules)
        .orElseGet(() ->
            ec2.all(Vpc.class, scope).stream().anyMatch(vpc -> vpc.defaultNetworkAclId().equals(id))
                ? AclBuilder.DEFAULT_RULES
                : List.of());
  }

  private static RuntimeException exists(Rule rule) {
    return Ec2Checks.refusal(
        "NetworkAclEntryAlreadyExists",
        "The network acl entry identified by " + rule.number() + " already exists.");
  }
}
