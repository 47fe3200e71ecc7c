package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Optional;

/** {@code aws_default_security_group}: takes over the group that AWS makes with a VPC. */
final class DefaultSecurityGroupType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("vpc_id", "ingress", "egress", "revoke_rules_on_delete")
          .defaults("revoke_rules_on_delete", false)
          .forceNew("vpc_id")
          .tags()
          .build();

  private final Ec2 ec2;

  DefaultSecurityGroupType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_default_security_group";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    GroupBlocks.warn(configuration, diagnostics);
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return GroupBlocks.filled(planned);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String vpcId =
        planned
            .nonEmptyText("vpc_id")
            .orElseThrow(
                () -> new AwsException("VPCIdNotSpecified", 400, "No default VPC for this user"));
    String id = ec2.checks().vpc(context.scope(), vpcId).defaultSecurityGroupId();
    GroupBlocks.check(ec2, context.scope(), vpcId, planned, id);
    return Owned.identified(context, planned, "security-group", id)
        .with("name", "default")
        .with("name_prefix", "")
        .with("description", Ec2Record.SecurityGroup.DEFAULT_DESCRIPTION)
        .orElse("ingress", new SetValue(List.of()))
        .orElse("egress", new SetValue(List.of()));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    GroupBlocks.check(ec2, context.scope(), planned.text("vpc_id"), planned, planned.text("id"));
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    ec2.put(
        new Ec2Record.SecurityGroup(
            context.scope(),
            state.text("id"),
            state.text("vpc_id"),
            "default",
            Ec2Record.SecurityGroup.DEFAULT_DESCRIPTION,
            GroupBlocks.rules(state, state.text("id"))));
  }

  /** AWS deletes it with its VPC only, and leaves its rules as they are. */
  @Override
  public void remove(Context context, ObjectValue state) {
    String id = state.text("id");
    if (ec2.find(Ec2Record.SecurityGroup.class, context.scope(), id).isPresent()) {
      context.warn(
          "",
          "EC2 Default Security Group (" + id + ") not deleted, removing from state",
          "Its rules stay as they are while this one-machine AWS runs; when it starts anew, they"
              + " are AWS's own again (its members reach each other, and all go out).");
    }
  }
}
