package dev.skybridge.provider.types.ec2;

import dev.skybridge.policy.Scope;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.AclChecks;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Optional;

/** What {@code aws_network_acl} and {@code aws_default_network_acl} tell EC2. */
final class AclRecords {
  private final Ec2 ec2;

  AclRecords(Ec2 ec2) {
    this.ec2 = ec2;
  }

  void check(Scope scope, String id, String vpcId, ObjectValue planned) {
    AclBlocks.check(planned);
    for (String subnet : subnets(planned)) {
      new AclChecks(ec2).association(scope, id, vpcId, subnet);
    }
  }

  /** Puts the ACL and its associations, and ends those that it made before and no longer wants. */
  void put(Scope scope, ObjectValue state) {
    String id = state.text("id");
    Optional<Ec2Record.NetworkAcl> before = ec2.find(Ec2Record.NetworkAcl.class, scope, id);
    Ec2Record.NetworkAcl now =
        new Ec2Record.NetworkAcl(
            scope, id, state.text("vpc_id"), AclBlocks.rules(state), subnets(state));
    before.ifPresent(acl ->
        acl.subnetIds().stream()
            .filter(subnet -> !now.subnetIds().contains(subnet))
            .forEach(subnet -> ec2.dissociate(scope, id, subnet)));
    ec2.put(now);
    for (String subnet : now.subnetIds()) {
      ec2.put(new Ec2Record.NetworkAclAssociation(scope, id, subnet));
    }
  }

  /** Removes an ACL; its subnets use the VPC's default one again. */
  void remove(Scope scope, String id) {
    ec2.all(Ec2Record.NetworkAclAssociation.class, scope).stream()
        .filter(use -> use.networkAclId().equals(id))
        .forEach(use -> ec2.remove(scope, use.id()));
    ec2.remove(scope, id);
  }

  private static List<String> subnets(ObjectValue state) {
    return state.isSet("subnet_ids") ? state.texts("subnet_ids") : List.of();
  }
}
