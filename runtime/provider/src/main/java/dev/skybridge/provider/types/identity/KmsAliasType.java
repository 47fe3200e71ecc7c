package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Alias;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.KmsChecks;
import java.util.Optional;

/** {@code aws_kms_alias}. */
final class KmsAliasType implements ResourceType {
  private static final String PREFIX = "alias/";
  private static final Rules RULES =
      Rules.builder()
          .honours("name", "name_prefix", "target_key_id")
          .forceNew("name", "name_prefix")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .check(
              "name",
              Check.text((name, text) ->
                  text.matches("alias/[0-9A-Za-z_/-]+")
                      ? Optional.empty()
                      : Optional.of(
                          "\"%s\" must begin with 'alias/' and be comprised of only [0-9A-Za-z_/-]"
                              .formatted(name))))
          .build();

  private final Kms kms;
  private final KmsChecks checks;

  KmsAliasType(Kms kms, Iam iam) {
    this.kms = kms;
    this.checks = new KmsChecks(kms, iam::principalPolicies);
  }

  @Override
  public String name() {
    return "aws_kms_alias";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String prefix = planned.nonEmptyText("name_prefix").orElse(PREFIX);
    String name = planned.nonEmptyText("name").orElse(prefix + context.ids().hex(26, "name"));
    checks.aliasFree(context.scope(), name);
    return target(context, planned)
        .with("id", name)
        .with("name", name)
        .orElse("name_prefix", "")
        .with("arn", context.scope().arn("kms", name).toString());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    return target(context, planned);
  }

  private ObjectValue target(Context context, ObjectValue planned) {
    return planned.with(
        "target_key_arn", kms.key(context.scope(), planned.text("target_key_id")).arn());
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    String target = state.text("target_key_id");
    kms.put(
        new Alias(
            context.scope(), state.text("name"), target.substring(target.lastIndexOf('/') + 1)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    kms.removeAlias(context.scope(), state.text("name"));
  }
}
