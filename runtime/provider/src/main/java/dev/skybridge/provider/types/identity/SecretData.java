package dev.skybridge.provider.types.identity;

import dev.skybridge.policy.Principal;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.secretsmanager.Secret;
import dev.skybridge.services.secretsmanager.SecretsManager;

/** {@code data aws_secretsmanager_secret}. */
final class SecretData implements DataSourceType {
  private static final Rules RULES =
      Rules.builder().honours("arn", "name").exactlyOneOf("arn", "name").build();

  private final SecretsManager secrets;

  SecretData(SecretsManager secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "aws_secretsmanager_secret";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    Principal.Identity caller = context.caller();
    String reference =
        configuration.nonEmptyText("arn").orElseGet(() -> configuration.text("name"));
    secrets.allowed(caller, context.scope(), reference, "secretsmanager:DescribeSecret");
    Secret secret =
        secrets.allowed(caller, context.scope(), reference, "secretsmanager:GetResourcePolicy");
    return configuration
        .with("id", secret.arn())
        .with("arn", secret.arn())
        .with("name", secret.name())
        .with("kms_key_id", secret.key().orElse(""))
        .with("description", secret.description())
        .with("tags", Value.textMap(secret.tags()))
        .with("policy", secrets.policy(secret.arn()).map(Secret.Attached::text).orElse(""));
  }
}
