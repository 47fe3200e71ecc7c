package dev.skybridge.provider.types.identity;

import dev.skybridge.policy.Arn;
import dev.skybridge.provider.Check;
import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.iam.Attachment;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.IamChecks;
import dev.skybridge.services.iam.InlinePolicy;
import dev.skybridge.services.iam.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code aws_iam_role}. */
final class RoleType implements ResourceType {
  private static final String ELSEWHERE =
      "the provider has deprecated it; use aws_iam_role_policy and aws_iam_role_policy_attachment";
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "assume_role_policy",
              "description",
              "force_detach_policies",
              "max_session_duration",
              "name",
              "name_prefix",
              "path",
              "permissions_boundary")
          .defaults("force_detach_policies", false)
          .defaults("max_session_duration", 3600)
          .defaults("path", "/")
          .forceNew("name", "name_prefix", "path")
          .conflicts("name", "name_prefix")
          .conflicts("name_prefix", "name")
          .json("assume_role_policy")
          .check("name", Names.iam(64))
          .check("name_prefix", Names.iam(38))
          .check("max_session_duration", Check.between(3600, 43200))
          .computedBlocks("inline_policy")
          .refuses("inline_policy", ELSEWHERE)
          .refuses("managed_policy_arns", ELSEWHERE)
          .tags()
          .build();

  private final Iam iam;
  private final IamChecks checks;
  private final InstantSource clock;

  RoleType(Iam iam, InstantSource clock) {
    this.iam = iam;
    this.checks = new IamChecks(iam);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_iam_role";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    ObjectValue named = Names.decide(context, planned);
    String name = named.text("name");
    IamChecks.trustPolicy(named.text("assume_role_policy"));
    checks.roleNameFree(context.account(), name);
    named.nonEmptyText("permissions_boundary").ifPresent(checks::policyExists);
    Arn arn = context.scope().globalArn("iam", "role" + named.text("path") + name);
    return named
        .with("id", name)
        .with("arn", arn.toString())
        .with("unique_id", context.ids().iam("AROA"))
        .with("create_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .withTextSet("managed_policy_arns", List.of())
        .withBlocks("inline_policy", List.of());
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    IamChecks.trustPolicy(planned.text("assume_role_policy"));
    planned.nonEmptyText("permissions_boundary").ifPresent(checks::policyExists);
    return planned;
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    iam.put(
        new Role(
            context.account(),
            state.text("arn"),
            state.text("name"),
            state.text("unique_id"),
            IamChecks.trustPolicy(state.text("assume_role_policy")),
            Duration.ofSeconds(state.optionalInteger("max_session_duration").orElse(3600)),
            state.textMap("tags_all"),
            state.nonEmptyText("permissions_boundary"),
            state.nonEmptyText("description"),
            state.nonEmptyText("create_date").map(Instant::parse)));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    String name = state.text("name");
    if (state.flag("force_detach_policies")) {
      for (Attachment attachment : iam.attachments(context.account(), name)) {
        iam.removeAttachment(attachment);
      }
      for (InlinePolicy policy : iam.inlinePolicies(context.account(), name)) {
        iam.removeInlinePolicy(context.account(), name, policy.name());
      }
    }
    checks.roleUnused(context.account(), name);
    iam.removeRole(context.account(), name);
  }
}
