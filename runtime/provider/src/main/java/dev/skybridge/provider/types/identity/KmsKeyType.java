package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.kms.Key;
import dev.skybridge.services.kms.Kms;
import dev.skybridge.services.kms.KmsChecks;
import java.time.Duration;
import java.util.Optional;

/** {@code aws_kms_key}: symmetric keys for encryption. */
final class KmsKeyType implements ResourceType {
  private static final String SYMMETRIC = "SYMMETRIC_DEFAULT";
  private static final String ENCRYPTION = "ENCRYPT_DECRYPT";
  private static final int LONGEST_WINDOW = 30;
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "bypass_policy_lockout_safety_check",
              "deletion_window_in_days",
              "description",
              "enable_key_rotation",
              "is_enabled",
              "policy",
              "rotation_period_in_days")
          .honoursOnly("customer_master_key_spec", Value.of(SYMMETRIC))
          .honoursOnly("key_usage", Value.of(ENCRYPTION))
          .honoursOnly("multi_region", Value.of(false))
          .defaults("bypass_policy_lockout_safety_check", false)
          .defaults("customer_master_key_spec", SYMMETRIC)
          .defaults("enable_key_rotation", false)
          .defaults("is_enabled", true)
          .defaults("key_usage", ENCRYPTION)
          .forceNew(
              "custom_key_store_id",
              "customer_master_key_spec",
              "key_usage",
              "multi_region",
              "xks_key_id")
          .check("deletion_window_in_days", Check.between(7, LONGEST_WINDOW))
          .check("rotation_period_in_days", Check.between(90, 2560))
          .check("description", Check.length(0, 8192))
          .json("policy")
          .refuses("custom_key_store_id", "key bytes lie in the data folder")
          .refuses("xks_key_id", "key bytes lie in the data folder")
          .tags()
          .build();

  private final Kms kms;
  private final KmsChecks checks;

  KmsKeyType(Kms kms, Iam iam) {
    this.kms = kms;
    this.checks = new KmsChecks(kms, iam::principalPolicies);
  }

  @Override
  public String name() {
    return "aws_kms_key";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String id = context.ids().uuid();
    ObjectValue state =
        planned
            .with("id", id)
            .with("key_id", id)
            .with("arn", context.scope().arn("kms", "key/" + id).toString())
            .orElse("policy", KmsChecks.defaultPolicy(context.scope()))
            .orElse("description", "")
            .orElse("multi_region", Value.of(false));
    return checked(context, state);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    return checked(context, planned);
  }

  private ObjectValue checked(Context context, ObjectValue state) {
    boolean served =
        state.text("customer_master_key_spec").equals(SYMMETRIC)
            && state.text("key_usage").equals(ENCRYPTION)
            && !state.flag("multi_region");
    if (!served) {
      throw new AwsException(
          "UnsupportedOperationException",
          400,
          "Only symmetric keys for encryption in one Region are served by this one-machine AWS.");
    }
    if (!state.flag("bypass_policy_lockout_safety_check")) {
      checks.notLockedOut(
          context.caller(), state.text("arn"), KmsChecks.policy(state.text("policy")));
    }
    long period = state.flag("enable_key_rotation") ? 365 : 0;
    return state.orElse("rotation_period_in_days", Value.of(period));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    kms.put(
        new Key(
            context.scope(),
            state.text("key_id"),
            KmsChecks.policy(state.text("policy")),
            state.bool("is_enabled"),
            rotation(state),
            Optional.empty(),
            state.optionalText("description").orElse("")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    int days = state.optionalInteger("deletion_window_in_days").orElse(LONGEST_WINDOW);
    kms.remove(context.scope(), state.text("key_id"), Duration.ofDays(days));
  }

  private static Optional<Duration> rotation(ObjectValue state) {
    if (!state.flag("enable_key_rotation")) {
      return Optional.empty();
    }
    int days = state.optionalInteger("rotation_period_in_days").filter(d -> d > 0).orElse(365);
    return Optional.of(Duration.ofDays(days));
  }
}
