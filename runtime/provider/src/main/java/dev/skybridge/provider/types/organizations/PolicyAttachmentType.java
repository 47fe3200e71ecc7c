package dev.skybridge.provider.types.organizations;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.organizations.Organizations;
import dev.skybridge.services.organizations.PolicyAttachment;

/** {@code aws_organizations_policy_attachment}: a policy at the root or at an account. */
final class PolicyAttachmentType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("policy_id", "target_id")
          .honoursOnly("skip_destroy", Value.of(false))
          .forceNew("policy_id", "target_id")
          .build();

  private final Organizations organizations;

  PolicyAttachmentType(Organizations organizations) {
    this.organizations = organizations;
  }

  @Override
  public String name() {
    return "aws_organizations_policy_attachment";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public void validate(ObjectValue configuration, Diagnostics diagnostics) {
    configuration
        .nonEmptyText("target_id")
        .filter(target -> target.startsWith("ou-"))
        .ifPresent(target ->
            diagnostics.error(
                "target_id",
                "Organizational units are not served",
                "The accounts are right below the root: attach the policy to the root or to an"
                    + " account instead of "
                    + target
                    + "."));
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    organizations.checks().isManagement(context.account());
    organizations.checks().attachable(attachment(planned));
    String target = planned.text("target_id");
    if (target.equals(organizations.organization().managementAccount())) {
      context.warn(
          "target_id",
          "The policy has no effect",
          "Control policies never limit the management account, which " + target + " is.");
    }
    return planned.with("id", target + ":" + planned.text("policy_id"));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    organizations.put(attachment(state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    organizations.remove(attachment(state));
  }

  private static PolicyAttachment attachment(ObjectValue state) {
    return new PolicyAttachment(state.text("policy_id"), state.text("target_id"));
  }
}
