package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Deletions;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.List;
import java.util.Optional;

/** {@code aws_security_group}, with or without rules inside. */
final class SecurityGroupType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "name",
              "name_prefix",
              "description",
              "vpc_id",
              "ingress",
              "egress",
              "revoke_rules_on_delete",
              "timeouts.**")
          .defaults("description", "Managed by Terraform")
          .defaults("revoke_rules_on_delete", false)
          .forceNew("name", "name_prefix", "description", "vpc_id")
          .conflicts("name", "name_prefix")
          .check("description", Check.length(0, 255))
          .check("name", Check.length(0, 255))
          .tags()
          .build();

  private final Ec2 ec2;

  SecurityGroupType(Ec2 ec2) {
    this.ec2 = ec2;
  }

  @Override
  public String name() {
    return "aws_security_group";
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
    String prefix = planned.nonEmptyText("name_prefix").orElse("");
    String name =
        planned
            .nonEmptyText("name")
            .orElseGet(
                () -> (prefix.isEmpty() ? "terraform-" : prefix) + context.ids().hex(26, "name"));
    ec2.checks().securityGroup(context.scope(), vpcId, name);
    String id = context.ids().ec2("sg");
    GroupBlocks.check(ec2, context.scope(), vpcId, planned, id);
    return Owned.identified(context, planned, "security-group", id)
        .with("name", name)
        .with("name_prefix", prefix)
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
            state.text("name"),
            state.text("description"),
            GroupBlocks.rules(state, state.text("id"))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    new Ec2Deletions(ec2).securityGroup(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("id"));
  }
}
