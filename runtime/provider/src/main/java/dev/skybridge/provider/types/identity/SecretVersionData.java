package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.secretsmanager.SecretValue;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.time.temporal.ChronoUnit;

/** {@code data aws_secretsmanager_secret_version}. */
final class SecretVersionData implements DataSourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("secret_id", "version_id", "version_stage")
          .defaults("version_stage", "AWSCURRENT")
          .build();

  private final SecretsManager secrets;

  SecretVersionData(SecretsManager secrets) {
    this.secrets = secrets;
  }

  @Override
  public String name() {
    return "aws_secretsmanager_secret_version";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue read(Context context, ObjectValue configuration) {
    String reference = configuration.text("secret_id");
    SecretValue value =
        secrets.value(
            context.caller(),
            context.scope(),
            reference,
            configuration.nonEmptyText("version_id"),
            configuration.nonEmptyText("version_stage").orElse("AWSCURRENT"));
    return configuration
        .with("id", reference + "|" + value.versionId())
        .with("arn", value.arn())
        .with("version_id", value.versionId())
        .with("secret_string", value.binary() ? "" : value.value())
        .with("secret_binary", value.binary() ? value.value() : "")
        .withTextSet("version_stages", value.stages())
        .with("created_date", value.created().truncatedTo(ChronoUnit.SECONDS).toString());
  }
}
