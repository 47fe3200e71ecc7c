package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamChecks;
import dev.skybridge.services.iam.InlinePolicy;
import java.util.Optional;

/** {@code aws_iam_role_policy}. */
final class RolePolicyType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("name", "name_prefix", "policy", "role")
          .forceNew("name", "name_prefix", "role")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .json("policy")
          .check("name", Names.iam(128))
          .check("name_prefix", Names.iam(102))
          .check("role", Names.iam(64))
          .build();

  private final Iam iam;
  private final IamChecks checks;

  RolePolicyType(Iam iam) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
  }

  @Override
  public String name() {
    return "aws_iam_role_policy";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  /** The provider stores an inline policy's JSON sorted, Version first. */
  @Override
  public ObjectValue plan(Context context, Optional<ObjectValue> prior, ObjectValue planned) {
    boolean kept =
        prior.filter(state -> state.get("policy").equals(planned.get("policy"))).isPresent();
    return planned.isSet("policy") && !kept
        ? planned.with("policy", StoredPolicy.of(planned.text("policy")))
        : planned;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ObjectValue named = Names.decide(context, planned);
    InlinePolicy policy = policy(context, named);
    checks.roleExists(context.account(), policy.role());
    checks.inlinePoliciesFit(policy);
    return named.with("id", named.text("role") + ":" + named.text("name"));
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    checks.inlinePoliciesFit(policy(context, planned));
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    iam.put(policy(context, state));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    iam.removeInlinePolicy(context.account(), state.text("role"), state.text("name"));
  }

  private static InlinePolicy policy(Context context, ObjectValue state) {
    String role = state.text("role");
    return new InlinePolicy(
        context.account(),
        role,
        state.text("name"),
        IamChecks.inlinePolicy(role, state.text("policy")));
  }
}
