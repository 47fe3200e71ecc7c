package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.AclChecks;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.Optional;

/** {@code aws_default_network_acl}: takes over the ACL that AWS makes with a VPC. */
final class DefaultNetworkAclType implements ResourceType {
  private static final String ID = "default_network_acl_id";
  private static final Rules RULES = AclRules.builder().honours(ID).forceNew(ID).tags().build();

  private final Ec2 ec2;
  private final AclRecords records;

  DefaultNetworkAclType(Ec2 ec2) {
    this.ec2 = ec2;
    this.records = new AclRecords(ec2);
  }

  @Override
  public String name() {
    return "aws_default_network_acl";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    AclRules.warn(configuration, diagnostics);
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return AclBlocks.filled(planned);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = planned.text(ID);
    String vpcId = new AclChecks(ec2).vpcOf(context.scope(), id);
    if (!ec2.checks().vpc(context.scope(), vpcId).defaultNetworkAclId().equals(id)) {
      throw new AwsException(
          "InvalidParameterValue", 400, "use the `aws_network_acl` resource instead");
    }
    records.check(context.scope(), id, vpcId, planned);
    return Owned.identified(context, planned, "network-acl", id).with("vpc_id", vpcId);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    records.check(context.scope(), planned.text("id"), planned.text("vpc_id"), planned);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    records.put(context.scope(), state);
  }

  /** AWS deletes it with its VPC only, and leaves its rules as they are. */
  @Override
  public void remove(Context context, ObjectValue state) {
    String id = state.text("id");
    if (ec2.find(Ec2Record.NetworkAcl.class, context.scope(), id).isPresent()) {
      context.warn(
          "",
          "EC2 Default Network ACL (" + id + ") not deleted, removing from state",
          "Its rules stay as they are while this one-machine AWS runs; when it starts anew, they"
              + " are AWS's own again (all traffic allowed).");
    }
  }
}
