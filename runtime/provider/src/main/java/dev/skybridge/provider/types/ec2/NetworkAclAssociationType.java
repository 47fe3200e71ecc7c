package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.ec2.AclChecks;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;

/** {@code aws_network_acl_association}: that a subnet uses a network ACL. */
final class NetworkAclAssociationType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("network_acl_id", "subnet_id")
          .forceNew("network_acl_id", "subnet_id")
          .build();

  private final Ec2 ec2;

  NetworkAclAssociationType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_network_acl_association";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    AclChecks checks = new AclChecks(ec2);
    String acl = planned.text("network_acl_id");
    String vpcId = checks.vpcOf(context.scope(), acl);
    checks.association(context.scope(), acl, vpcId, planned.text("subnet_id"));
    return planned.with("id", context.ids().ec2("aclassoc"));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.NetworkAclAssociation(
            context.scope(), state.text("network_acl_id"), state.text("subnet_id")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    ec2.dissociate(context.scope(), state.text("network_acl_id"), state.text("subnet_id"));
  }
}
