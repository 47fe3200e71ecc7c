package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.network.http.Headers;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The operations that read whole APIs and their tags. */
final class RestApiReads {
  private static final String API = "/restapis/{restapi_id}";

  private final ApiGateway gateway;

  RestApiReads(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at("GET", "/restapis", "GetRestApis", this::apis),
        ApiOperation.at("GET", API, "GetRestApi", this::api),
        ApiOperation.at(
            "GET", API + "/stages/{stage_name}/exports/{export_type}", "GetExport", this::export),
        ApiOperation.at("GET", "/tags/{resource_arn+}", "GetTags", this::tags));
  }

  private ApiAnswer apis(ApiCall call) {
    GatewayCalls.authorize(call, "/restapis");
    return GatewayCalls.listing(
        call,
        gateway.catalog().apis().stream()
            .filter(api -> api.scope().equals(call.scope()))
            .map(api -> gateway.api(api.scope().region(), api.id()).orElse(api))
            .toList(),
        RestApi::id,
        RestApiReads::described);
  }

  private ApiAnswer api(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, ""));
    return ApiAnswer.of(described(GatewayCalls.api(gateway, call)));
  }

  private static Output.Structure described(RestApi api) {
    Output.Builder shape = Output.Structure.builder().put("id", api.id()).put("name", api.name());
    GatewayCalls.details(shape, api.details());
    if (!api.binaryMediaTypes().isEmpty()) {
      shape.texts("binaryMediaTypes", api.binaryMediaTypes());
    }
    boolean closed = api.endpoint().type() == EndpointConfiguration.Type.PRIVATE;
    Output.Builder endpoint =
        Output.Structure.builder()
            .texts("types", List.of(api.endpoint().type().name()))
            .put("ipAddressType", closed ? "dualstack" : "ipv4");
    if (!api.endpoint().vpcEndpointIds().isEmpty()) {
      endpoint.texts("vpcEndpointIds", api.endpoint().vpcEndpointIds());
    }
    shape.put("apiKeySource", "HEADER").put("endpointConfiguration", endpoint);
    api.policy().ifPresent(policy -> shape.put("policy", escaped(policy)));
    return shape
        .put("disableExecuteApiEndpoint", api.endpoint().disableExecuteApiEndpoint())
        .put("rootResourceId", api.resourceId("/"))
        .build();
  }

  /** AWS answers the policy as the inside of a JSON string, slashes escaped too. */
  private static String escaped(AttachedPolicy policy) {
    return policy
        .policy()
        .toString()
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("/", "\\/");
  }

  /** The document as it was imported; what a stage would add to it is not made up. */
  private ApiAnswer export(ApiCall call) {
    String stage = call.input().text("stage_name");
    String type = call.input().text("export_type");
    GatewayCalls.authorize(
        call, GatewayCalls.apiPath(call, "/stages/" + stage + "/exports/" + type));
    RestApi api = GatewayCalls.api(gateway, call);
    Stage found =
        GatewayCalls.found(
            gateway.stage(call.scope().region(), api.id(), stage),
            "Invalid stage identifier specified");
    if (!type.equals("oas30")) {
      throw new AwsException(
          "BadRequestException",
          400,
          "Export type " + type + " is not served here (served: oas30)");
    }
    String accept = call.request().headers().first("Accept").orElse("application/json");
    if (!accept.contains("json") && !accept.contains("*/*")) {
      throw new AwsException(
          "BadRequestException", 400, "An export is served as application/json, not as " + accept);
    }
    boolean extensions =
        call.input()
            .find("extensions")
            .map(text -> text.toLowerCase(Locale.ROOT))
            .filter(text -> text.contains("integrations") || text.contains("apigateway"))
            .isPresent();
    Deployment deployment =
        GatewayCalls.found(
            gateway.deployment(call.scope().region(), api.id(), found.deploymentId()),
            "Invalid Deployment identifier specified");
    return new ApiAnswer.Payload(
        200,
        Headers.of(
            "Content-Type",
            "application/json",
            "Content-Disposition",
            "attachment; filename=\"oas30_" + stage + ".json\""),
        deployment.api().document().definitions().json(extensions).getBytes(UTF_8));
  }

  /** Tags of APIs, stages and domain names, by ARN. */
  private ApiAnswer tags(ApiCall call) {
    String arn = call.input().text("resource_arn");
    GatewayCalls.authorize(call, "/tags/" + arn);
    Map<String, String> tags =
        GatewayCalls.found(Tagged.find(gateway, call, arn), "Invalid resource ARN specified");
    return ApiAnswer.of(
        Output.Structure.builder().put("tags", Output.Entries.texts(new TreeMap<>(tags))).build());
  }
}
