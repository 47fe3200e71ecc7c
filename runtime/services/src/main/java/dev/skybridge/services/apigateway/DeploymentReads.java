package dev.skybridge.services.apigateway;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Optional;

/** The operations that read deployments and stages. */
final class DeploymentReads {
  private static final String API = "/restapis/{restapi_id}";

  private final ApiGateway gateway;

  DeploymentReads(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at("GET", API + "/deployments", "GetDeployments", this::deployments),
        ApiOperation.at(
            "GET", API + "/deployments/{deployment_id}", "GetDeployment", this::deployment),
        ApiOperation.at("GET", API + "/stages", "GetStages", this::stages),
        ApiOperation.at("GET", API + "/stages/{stage_name}", "GetStage", this::stage));
  }

  private ApiAnswer deployments(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/deployments"));
    RestApi api = GatewayCalls.api(gateway, call);
    return GatewayCalls.listing(
        call,
        gateway.catalog().deployments().stream()
            .filter(deployment -> deployment.api().id().equals(api.id()))
            .filter(deployment -> deployment.api().scope().equals(api.scope()))
            .toList(),
        Deployment::id,
        DeploymentReads::described);
  }

  private ApiAnswer deployment(ApiCall call) {
    String id = call.input().text("deployment_id");
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/deployments/" + id));
    RestApi api = GatewayCalls.api(gateway, call);
    return ApiAnswer.of(
        described(
            GatewayCalls.found(
                gateway.deployment(call.scope().region(), api.id(), id),
                "Invalid Deployment identifier specified")));
  }

  private static Output.Structure described(Deployment deployment) {
    Output.Builder shape = Output.Structure.builder().put("id", deployment.id());
    return GatewayCalls.details(shape, deployment.details()).build();
  }

  /** All stages of an API: there are no pages of them. */
  private ApiAnswer stages(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/stages"));
    RestApi api = GatewayCalls.api(gateway, call);
    Optional<String> deployment = call.input().find("deploymentId");
    return ApiAnswer.of(
        Output.Structure.builder()
            .structures(
                "item",
                gateway.catalog().stages().stream()
                    .filter(stage -> stage.restApiId().equals(api.id()))
                    .filter(stage -> stage.scope().equals(api.scope()))
                    .filter(stage ->
                        deployment.isEmpty() || deployment.get().equals(stage.deploymentId()))
                    .map(DeploymentReads::described)
                    .toList())
            .build());
  }

  private ApiAnswer stage(ApiCall call) {
    String name = call.input().text("stage_name");
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/stages/" + name));
    RestApi api = GatewayCalls.api(gateway, call);
    return ApiAnswer.of(
        described(
            GatewayCalls.found(
                gateway.stage(call.scope().region(), api.id(), name),
                "Invalid stage identifier specified")));
  }

  private static Output.Structure described(Stage stage) {
    Output.Builder shape =
        Output.Structure.builder()
            .put("deploymentId", stage.deploymentId())
            .put("stageName", stage.name())
            .put("cacheClusterEnabled", false)
            .put("cacheClusterStatus", "NOT_AVAILABLE")
            .put("methodSettings", Output.Structure.EMPTY);
    if (!stage.variables().isEmpty()) {
      shape.put("variables", Output.Entries.texts(stage.variables()));
    }
    shape.put("tracingEnabled", false);
    GatewayCalls.details(shape, stage.details());
    stage.details().updated().ifPresent(updated -> shape.put("lastUpdatedDate", updated));
    return shape.build();
  }
}
