package dev.skybridge.provider.types.apigateway;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Details;
import dev.skybridge.services.apigateway.RestApi;
import dev.skybridge.services.apigateway.Stage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** {@code aws_api_gateway_stage}. */
final class StageType implements ResourceType {
  private static final String CREATED = "created";
  private static final String UPDATED = "updated";
  private static final Rules RULES =
      Rules.builder()
          .honours(
              "rest_api_id",
              "deployment_id",
              "stage_name",
              "description",
              "documentation_version",
              "variables",
              "variables.**")
          .honoursOnly("cache_cluster_enabled", Value.of(false))
          .honoursOnly("xray_tracing_enabled", Value.of(false))
          .forceNew("rest_api_id", "stage_name")
          .oneOf("cache_cluster_size", "0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237")
          .refuses("canary_settings", "canary releases are not served")
          .tags()
          .build();

  private final ApiGateway gateway;
  private final Clock clock;

  StageType(ApiGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  /** The URL of a stage at the API's own name. */
  static String url(Context context, String apiId, String stage) {
    return "https://"
        + apiId
        + ".execute-api."
        + context.region().name()
        + "."
        + context.region().dnsSuffix()
        + "/"
        + stage;
  }

  @Override
  public String name() {
    return "aws_api_gateway_stage";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    String apiId = planned.text("rest_api_id");
    String stage = planned.text("stage_name");
    RestApi api = gateway.checks().api(context.scope(), apiId);
    gateway.checks().newStage(stage(context, planned));
    context.remember(CREATED, now());
    context.remember(UPDATED, now());
    return planned
        .with("id", "ags-" + apiId + "-" + stage)
        .with(
            "arn",
            "arn:"
                + context.region().partition()
                + ":apigateway:"
                + context.region().name()
                + "::/restapis/"
                + apiId
                + "/stages/"
                + stage)
        .with("execution_arn", api.executionArn() + "/" + stage)
        .with("invoke_url", url(context, apiId, stage))
        .with("web_acl_arn", "");
  }

  @Override
  public ObjectValue update(Context context, ObjectValue prior, ObjectValue planned) {
    gateway.checks().deployment(stage(context, planned));
    context.remember(UPDATED, now());
    return planned;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    gateway.put(
        stage(context, state)
            .with(
                new Details(
                    state.nonEmptyText("description"),
                    remembered.optionalText(CREATED).map(Instant::parse),
                    remembered.optionalText(UPDATED).map(Instant::parse),
                    state.textMap("tags_all"))));
  }

  private static Stage stage(Context context, ObjectValue state) {
    return Stage.of(
        context.scope(),
        state.text("rest_api_id"),
        state.text("stage_name"),
        state.text("deployment_id"),
        state.textMap("variables"));
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    gateway.removeStage(context.scope(), state.text("rest_api_id"), state.text("stage_name"));
  }
}
