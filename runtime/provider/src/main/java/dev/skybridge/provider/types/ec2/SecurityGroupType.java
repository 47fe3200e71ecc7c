package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.SetValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Deletions;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  private static final Map<String, Value> EMPTIES =
      Map.of(
          "cidr_blocks", Value.texts(List.of()),
          "ipv6_cidr_blocks", Value.texts(List.of()),
          "prefix_list_ids", Value.texts(List.of()),
          "security_groups", Value.textSet(List.of()),
          "self", Value.of(false));

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
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    return InlineBlocks.filled(InlineBlocks.filled(planned, "ingress", EMPTIES), "egress", EMPTIES);
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
    rules(planned, id).forEach(rule -> checkPeer(context, vpcId, rule));
    return Owned.identified(context, planned, "security-group", id)
        .with("name", name)
        .with("name_prefix", prefix)
        .orElse("ingress", new SetValue(List.of()))
        .orElse("egress", new SetValue(List.of()));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    rules(planned, planned.text("id"))
        .forEach(rule -> checkPeer(context, planned.text("vpc_id"), rule));
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
            rules(state, state.text("id"))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    new Ec2Deletions(ec2).securityGroup(context.scope(), state.text("id"));
    ec2.remove(context.scope(), state.text("id"));
  }

  private void checkPeer(Context context, String vpcId, Rule rule) {
    if (!rule.peer().toString().startsWith("sg-")) {
      return;
    }
    ec2.find(Ec2Record.SecurityGroup.class, context.scope(), rule.peer().toString())
        .filter(other -> !other.vpcId().equals(vpcId))
        .ifPresent(_ -> {
          throw new AwsException(
              "InvalidGroup.NotFound",
              400,
              "You have specified two resources that belong to different networks.");
        });
  }

  private static List<Rule> rules(ObjectValue state, String groupId) {
    List<Rule> rules = new ArrayList<>();
    state
        .blocks("ingress")
        .forEach(block -> rules.addAll(InlineRules.of(block, groupId, Direction.INGRESS)));
    state
        .blocks("egress")
        .forEach(block -> rules.addAll(InlineRules.of(block, groupId, Direction.EGRESS)));
    return rules;
  }
}
