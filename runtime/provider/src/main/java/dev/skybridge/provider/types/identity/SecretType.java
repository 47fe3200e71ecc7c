package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.secretsmanager.Secret;
import dev.skybridge.services.secretsmanager.SecretPolicies;
import dev.skybridge.services.secretsmanager.SecretsManager;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code aws_secretsmanager_secret}. */
final class SecretType implements ResourceType {
  private static final int DEFAULT_WINDOW = 30;
  private static final Check DAYS = Check.between(7, DEFAULT_WINDOW);
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "description",
              "kms_key_id",
              "name",
              "name_prefix",
              "policy",
              "recovery_window_in_days")
          .honoursOnly("force_overwrite_replica_secret", Value.of(false))
          .defaults("force_overwrite_replica_secret", false)
          .defaults("recovery_window_in_days", DEFAULT_WINDOW)
          .forceNew("name", "name_prefix")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .json("policy")
          .check("name", Check.matches("^[0-9A-Za-z/_+=.@-]{1,512}$", "a secret's name"))
          .check("recovery_window_in_days", SecretType::none)
          .check("recovery_window_in_days", SecretType::window)
          .computedBlocks("replica")
          .refuses("replica", "secrets are not replicated to other Regions here")
          .tags()
          .build();

  private final SecretsManager secrets;

  SecretType(SecretsManager secrets) {
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
  public ObjectValue create(Context context, ObjectValue planned) {
    ObjectValue named = Names.decide(context, planned);
    String name = named.text("name");
    secrets.checkNameFree(context.scope(), name);
    named.nonEmptyText("policy").ifPresent(SecretPolicies::parse);
    String arn =
        context
            .scope()
            .arn("secretsmanager", "secret:" + name + "-" + context.ids().mixed(6))
            .toString();
    return named
        .with("id", arn)
        .with("arn", arn)
        .orElse("policy", "")
        .withBlocks("replica", List.of());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    planned.nonEmptyText("policy").ifPresent(SecretPolicies::parse);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    String arn = state.text("arn");
    secrets.put(
        new Secret(
            context.scope(),
            arn,
            state.text("name"),
            state.nonEmptyText("kms_key_id"),
            state.optionalText("description").orElse(""),
            state.textMap("tags_all")));
    state
        .nonEmptyText("policy")
        .ifPresent(text -> secrets.put(new Secret.Attached(arn, text, SecretPolicies.parse(text))));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    int days = state.optionalInteger("recovery_window_in_days").orElse(DEFAULT_WINDOW);
    secrets.remove(state.text("arn"), Duration.ofDays(days));
  }

  /** The first half of "0, or 7 to 30"; the provider complains of both halves. */
  private static Optional<String> none(String name, Value value) {
    return window(name, value)
        .map(complaint -> "expected %s to be one of [0], got %s".formatted(name, value));
  }

  private static Optional<String> window(String name, Value value) {
    return value.equals(Value.of(0)) ? Optional.empty() : DAYS.complaint(name, value);
  }
}
