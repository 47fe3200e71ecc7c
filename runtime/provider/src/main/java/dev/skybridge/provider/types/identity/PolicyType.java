package dev.skybridge.provider.types.identity;

import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamChecks;
import java.time.InstantSource;
import java.util.Optional;

/** {@code aws_iam_policy}: a managed policy of the account. */
final class PolicyType implements ResourceType {
  private static final Rules RULES =
      Rules.builder()
          .honours("description", "name", "name_prefix", "path", "policy")
          .defaults("path", "/")
          .forceNew("description", "name", "name_prefix", "path")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .json("policy")
          .check("name", Names.iam(128))
          .check("name_prefix", Names.iam(102))
          .check("description", Check.length(0, 1000))
          .tags()
          .build();

  private final Iam iam;
  private final IamChecks checks;
  private final InstantSource clock;

  PolicyType(Iam iam, InstantSource clock) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_iam_policy";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ObjectValue named = Names.decide(context, planned);
    IamChecks.managedPolicy(named.text("policy"));
    String path = named.text("path") + named.text("name");
    String arn = context.scope().globalArn("iam", "policy" + path).toString();
    checks.policyFree(arn, named.text("name"));
    new PolicyVersions(context.remembered()).add(named.text("policy"), clock.instant(), context);
    return named
        .with("id", arn)
        .with("arn", arn)
        .with("policy_id", context.ids().iam("ANPA"))
        .with("attachment_count", 0);
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    IamChecks.managedPolicy(planned.text("policy"));
    if (!planned.text("policy").equals(prior.text("policy"))) {
      new PolicyVersions(context.remembered())
          .orOf(prior.text("policy"))
          .add(planned.text("policy"), clock.instant(), context);
    }
    return planned;
  }

  @Override
  public Optional<ObjectValue> read(Context context, ObjectValue state) {
    return Optional.of(state.with("attachment_count", iam.attachmentsOf(state.text("arn")).size()));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    iam.put(
        new PolicyVersions(remembered)
            .orOf(state.text("policy"))
            .of(
                state.text("arn"),
                state.text("name"),
                state.text("policy_id"),
                state.nonEmptyText("description"),
                state.textMap("tags_all")));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    checks.policyUnused(state.text("arn"));
    iam.removeManagedPolicy(state.text("arn"));
  }
}
