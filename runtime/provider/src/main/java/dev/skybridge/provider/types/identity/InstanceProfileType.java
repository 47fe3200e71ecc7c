package dev.skybridge.provider.types.identity;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamChecks;
import dev.skybridge.services.iam.InstanceProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** {@code aws_iam_instance_profile}. */
final class InstanceProfileType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("name", "name_prefix", "path", "role")
          .defaults("path", "/")
          .forceNew("name", "name_prefix", "path")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .check("name", Names.iam(128))
          .check("name_prefix", Names.iam(102))
          .tags()
          .build();

  private final Iam iam;
  private final IamChecks checks;
  private final InstantSource clock;

  InstanceProfileType(Iam iam, InstantSource clock) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_iam_instance_profile";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ObjectValue named = Names.decide(context, planned);
    String name = named.text("name");
    checks.profileNameFree(context.account(), name);
    checkRole(context, named);
    Arn arn = context.scope().globalArn("iam", "instance-profile" + named.text("path") + name);
    return named
        .with("id", name)
        .with("arn", arn.toString())
        .with("unique_id", context.ids().iam("AIPA"))
        .with("create_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    checkRole(context, planned);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    iam.put(
        new InstanceProfile(
            context.account(),
            state.text("arn"),
            state.text("name"),
            state.text("unique_id"),
            state.nonEmptyText("role"),
            state.textMap("tags_all"),
            state.nonEmptyText("create_date").map(Instant::parse)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    iam.removeInstanceProfile(context.account(), state.text("name"));
  }

  private void checkRole(Context context, ObjectValue planned) {
    planned.nonEmptyText("role").ifPresent(role -> checks.roleExists(context.account(), role));
  }
}
