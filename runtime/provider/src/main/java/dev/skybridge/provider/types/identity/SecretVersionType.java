package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.secretsmanager.NewVersion;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.util.List;

/**
 * {@code aws_secretsmanager_secret_version}. The value goes to Secrets Manager, sealed, and not
 * into the inventory; at a start it is there already.
 */
final class SecretVersionType implements ResourceType {
  private static final String CURRENT = "AWSCURRENT";
  private static final Rules RULES =
      Rules.builder()
          .honours("secret_binary", "secret_id", "secret_string")
          .honoursOnly("version_stages", Value.textSet(List.of(CURRENT)))
          .forceNew("secret_id", "secret_binary", "secret_string")
          .conflicts("secret_binary", "secret_string")
          .conflicts("secret_string", "secret_binary")
          .secret("secret_binary", "secret_string")
          .refuses("secret_string_wo", "use secret_string")
          .refuses("secret_string_wo_version", "use secret_string")
          .build();

  private final SecretsManager secrets;

  SecretVersionType(SecretsManager secrets) {
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
  public ObjectValue create(Context context, ObjectValue planned) {
    String reference = planned.text("secret_id");
    String arn = secrets.checkPut(context.caller(), context.scope(), reference).arn();
    String version = context.ids().uuid();
    return planned
        .with("id", reference + "|" + version)
        .with("arn", arn)
        .with("version_id", version)
        .with("has_secret_string_wo", false)
        .orElse("version_stages", Value.textSet(List.of(CURRENT)));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    boolean binary = state.nonEmptyText("secret_binary").isPresent();
    state
        .optionalText(binary ? "secret_binary" : "secret_string")
        .ifPresent(value ->
            secrets.put(
                new NewVersion(
                    context.caller(), state.text("arn"), state.text("version_id"), value, binary)));
  }

  /** As on AWS, the current value stays until another takes its place or the secret goes. */
  @Override
  public void remove(Context context, ObjectValue state) {}
}
