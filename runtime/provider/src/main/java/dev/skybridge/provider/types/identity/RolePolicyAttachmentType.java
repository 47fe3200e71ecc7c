package dev.skybridge.provider.types.identity;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Attachment;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamChecks;
import java.util.Optional;

/** {@code aws_iam_role_policy_attachment}. */
final class RolePolicyAttachmentType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("policy_arn", "role")
          .forceNew("policy_arn", "role")
          .check(
              "policy_arn",
              Check.text((name, text) ->
                  Arn.isArn(text)
                      ? Optional.empty()
                      : Optional.of(
                          "\"%s\" (%s) is an invalid ARN: arn: invalid prefix"
                              .formatted(name, text))))
          .build();

  private final Iam iam;
  private final IamChecks checks;

  RolePolicyAttachmentType(Iam iam) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
  }

  @Override
  public String name() {
    return "aws_iam_role_policy_attachment";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    checks.roleExists(context.account(), planned.text("role"));
    checks.policyExists(planned.text("policy_arn"));
    return planned.with("id", planned.text("role") + "-" + context.ids().hex(26));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    iam.put(attachment(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    iam.removeAttachment(attachment(context, state));
  }

  private static Attachment attachment(Context context, ObjectValue state) {
    return new Attachment(context.account(), state.text("role"), state.text("policy_arn"));
  }
}
