package dev.skybridge.provider.types.identity;

import dev.skybridge.policy.Policy;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.secretsmanager.Secret;
import dev.skybridge.services.secretsmanager.SecretPolicies;
import dev.skybridge.services.secretsmanager.SecretsManager;

/** {@code aws_secretsmanager_secret_policy}. */
final class SecretPolicyType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("block_public_policy", "policy", "secret_arn")
          .forceNew("secret_arn")
          .json("policy")
          .build();

  private final SecretsManager secrets;

  SecretPolicyType(SecretsManager secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "aws_secretsmanager_secret_policy";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String arn = check(context, planned).arn();
    return planned.with("id", arn);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    check(context, planned);
    return planned;
  }

  private Secret check(Context context, ObjectValue planned) {
    Policy policy = SecretPolicies.parse(planned.text("policy"));
    if (planned.flag("block_public_policy")) {
      SecretPolicies.checkNotPublic(policy);
    }
    return secrets.allowed(
        context.caller(),
        context.scope(),
        planned.text("secret_arn"),
        "secretsmanager:PutResourcePolicy");
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    String text = state.text("policy");
    secrets.put(new Secret.Attached(state.text("id"), text, SecretPolicies.parse(text)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    secrets.removePolicy(state.text("id"));
  }
}
