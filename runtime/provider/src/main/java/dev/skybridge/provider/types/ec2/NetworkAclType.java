package dev.skybridge.provider.types.ec2;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.ec2.Ec2;
import java.util.List;
import java.util.Optional;

/** {@code aws_network_acl}, with or without rules and subnets inside. */
final class NetworkAclType implements ResourceType {
  private static final Rules RULES =
      AclRules.builder().honours("vpc_id").forceNew("vpc_id").tags().build();

  private final Ec2 ec2;
  private final AclRecords records;

  NetworkAclType(Ec2 ec2) {
    this.ec2 = ec2;
    this.records = new AclRecords(ec2);
  }

  @Override
  public String name() {
    return "aws_network_acl";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    AclRules.warn(configuration, diagnostics);
    AclRules.check(configuration, diagnostics);
  }

  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return AclBlocks.filled(planned);
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String vpcId = planned.text("vpc_id");
    ec2.checks().vpc(context.scope(), vpcId);
    String id = context.ids().ec2("acl");
    records.check(context.scope(), id, vpcId, planned);
    return Owned.identified(context, planned, "network-acl", id)
        .orElse("ingress", new SetValue(List.of()))
        .orElse("egress", new SetValue(List.of()))
        .orElse("subnet_ids", Value.textSet(List.of()));
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

  @Override
  public void remove(Context context, ObjectValue state) {
    records.remove(context.scope(), state.text("id"));
  }
}
