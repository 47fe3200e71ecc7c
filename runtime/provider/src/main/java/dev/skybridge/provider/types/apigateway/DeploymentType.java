package dev.skybridge.provider.types.apigateway;

import dev.skybridge.provider.Context;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.Rules;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Deployment;
import dev.skybridge.services.apigateway.Details;
import dev.skybridge.services.apigateway.RestApi;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * {@code aws_api_gateway_deployment}: the API as it was when this was created. It is remembered
 * beside the state, so that a restart serves what was deployed; where that is missing (a state that
 * came from elsewhere) the API is deployed as it is.
 */
final class DeploymentType implements ResourceType {
  private static final String DEPLOYED = "deployed";

  private static final Rules RULES =
      Rules.builder()
          .honours("rest_api_id", "description", "triggers", "triggers.**")
          .forceNew(
              "rest_api_id",
              "triggers",
              "variables",
              "stage_name",
              "stage_description",
              "canary_settings")
          .refuses("stage_name", "make the stage an aws_api_gateway_stage of its own")
          .refuses("canary_settings", "canary releases are not served")
          .build();

  private final ApiGateway gateway;
  private final Clock clock;

  DeploymentType(ApiGateway gateway, Clock clock) {
    this.gateway = gateway;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "aws_api_gateway_deployment";
  }

  @Override
  public Rules rules() {
    return RULES;
  }

  @Override
  public ObjectValue create(Context context, ObjectValue planned) {
    RestApi api = gateway.checks().api(context.scope(), planned.text("rest_api_id"));
    gateway.checks().deployable(api);
    context.remember(DEPLOYED, DeployedApi.write(api));
    return planned
        .with("id", context.ids().lower(6))
        .with("created_date", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .with("execution_arn", api.executionArn() + "/")
        .with("invoke_url", StageType.url(context, api.id(), ""));
  }

  @Override
  public void apply(Context context, ObjectValue state, PrivateData remembered) {
    String apiId = state.text("rest_api_id");
    remembered
        .optionalText(DEPLOYED)
        .map(text -> DeployedApi.read(gateway, context.scope(), apiId, text))
        .or(() -> gateway.api(context.region(), apiId))
        .ifPresent(api -> gateway.put(new Deployment(state.text("id"), api, details(state))));
  }

  private static Details details(ObjectValue state) {
    return new Details(
        state.nonEmptyText("description"),
        state.nonEmptyText("created_date").map(Instant::parse),
        Optional.empty(),
        Map.of());
  }

  @Override
  public void remove(Context context, ObjectValue state) {
    String apiId = state.text("rest_api_id");
    String id = state.text("id");
    gateway.checks().removableDeployment(context.scope(), apiId, id);
    gateway.removeDeployment(context.scope(), apiId, id);
  }
}
