package dev.skybridge.services.apigateway;

import dev.skybridge.policy.Region;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.apigateway.openapi.Integration;
import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Parameter;
import dev.skybridge.services.apigateway.openapi.Validator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.TreeMap;

/** The operations that read resources, methods and integrations. */
final class ResourceReads {
  private static final String RESOURCES = "/restapis/{restapi_id}/resources";
  private static final String RESOURCE = RESOURCES + "/{resource_id}";
  private static final String METHOD = RESOURCE + "/methods/{http_method}";

  private final ApiGateway gateway;

  ResourceReads(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at("GET", RESOURCES, "GetResources", this::resources),
        ApiOperation.at("GET", RESOURCE, "GetResource", this::resource),
        ApiOperation.at("GET", METHOD, "GetMethod", this::method),
        ApiOperation.at("GET", METHOD + "/integration", "GetIntegration", this::integration));
  }

  private ApiAnswer resources(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/resources"));
    RestApi api = GatewayCalls.api(gateway, call);
    boolean methods = embed(call);
    return GatewayCalls.listing(
        call,
        new ResourceTree(api).nodes(),
        ResourceTree.Node::path,
        node -> described(node, methods));
  }

  private ApiAnswer resource(ApiCall call) {
    String id = call.input().text("resource_id");
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/resources/" + id));
    RestApi api = GatewayCalls.api(gateway, call);
    return ApiAnswer.of(described(new ResourceTree(api).node(id), embed(call)));
  }

  /** Whether methods are to be told whole. */
  private static boolean embed(ApiCall call) {
    List<String> embedded = call.input().find("embed").map(List::of).orElse(List.of());
    if (!embedded.isEmpty() && !embedded.equals(List.of("methods"))) {
      throw new AwsException(
          "BadRequestException", 400, "Invalid embed parameter (expected: methods)");
    }
    return !embedded.isEmpty();
  }

  private static Output.Structure described(ResourceTree.Node node, boolean whole) {
    Output.Builder shape =
        Output.Structure.builder()
            .put("id", node.id())
            .putIf("parentId", node.parentId())
            .putIf("pathPart", node.pathPart())
            .put("path", node.path());
    SequencedMap<String, Output> methods = new LinkedHashMap<>();
    node.methods()
        .forEach((name, method) ->
            methods.put(name, whole ? described(node, method) : Output.Structure.EMPTY));
    if (!methods.isEmpty()) {
      shape.put("resourceMethods", new Output.Entries(methods));
    }
    return shape.build();
  }

  private ApiAnswer method(ApiCall call) {
    ResourceTree.Node node = node(call, "");
    return ApiAnswer.of(described(node, method(node, call)));
  }

  private ApiAnswer integration(ApiCall call) {
    ResourceTree.Node node = node(call, "/integration");
    Method method = method(node, call);
    Integration integration =
        GatewayCalls.found(method.integration(), "Invalid Integration identifier specified");
    return ApiAnswer.of(described(node, integration));
  }

  private ResourceTree.Node node(ApiCall call, String rest) {
    String id = call.input().text("resource_id");
    String name = call.input().text("http_method");
    GatewayCalls.authorize(
        call, GatewayCalls.apiPath(call, "/resources/" + id + "/methods/" + name + rest));
    return new ResourceTree(GatewayCalls.api(gateway, call)).node(id);
  }

  private static Method method(ResourceTree.Node node, ApiCall call) {
    String name = call.input().text("http_method").toUpperCase(Locale.ROOT);
    Method method = node.methods().get(name);
    if (method == null) {
      throw new AwsException("NotFoundException", 404, "Invalid Method identifier specified");
    }
    return method;
  }

  private static Output.Structure described(ResourceTree.Node node, Method method) {
    RestApi api = node.api();
    Output.Builder shape =
        Output.Structure.builder()
            .put("httpMethod", method.name())
            .put("authorizationType", method.authorization().name())
            .put("apiKeyRequired", false);
    if (!method.validator().equals(Validator.NONE)) {
      shape.put("requestValidatorId", ModelReads.validatorId(api, method.validator()));
    }
    shape.putIf("operationName", method.operationId());
    SequencedMap<String, Output> parameters = new LinkedHashMap<>();
    for (Parameter parameter : method.parameters()) {
      parameters.put(location(parameter), new Output.Flag(parameter.required()));
    }
    if (!parameters.isEmpty()) {
      shape.put("requestParameters", new Output.Entries(parameters));
    }
    if (!method.models().isEmpty()) {
      SequencedMap<String, Output> models = new LinkedHashMap<>();
      new TreeMap<>(method.models())
          .forEach((media, model) -> models.put(media, new Output.Text(model.name())));
      shape.put("requestModels", new Output.Entries(models));
    }
    SequencedMap<String, Output> responses = new LinkedHashMap<>();
    api.document()
        .definitions()
        .responses(node.path(), method.name())
        .forEach((status, models) -> responses.put(status, response(status, models)));
    if (!responses.isEmpty()) {
      shape.put("methodResponses", new Output.Entries(responses));
    }
    method
        .integration()
        .ifPresent(integration -> shape.put("methodIntegration", described(node, integration)));
    return shape.build();
  }

  private static Output.Structure response(String status, java.util.Map<String, String> models) {
    Output.Builder shape = Output.Structure.builder().put("statusCode", status);
    if (!models.isEmpty()) {
      shape.put("responseModels", Output.Entries.texts(models));
    }
    return shape.build();
  }

  private static String location(Parameter parameter) {
    String place =
        switch (parameter.place()) {
          case HEADER -> "header";
          case PATH -> "path";
          case QUERY -> "querystring";
        };
    return "method.request." + place + "." + parameter.name();
  }

  private static Output.Structure described(ResourceTree.Node node, Integration integration) {
    Region region = node.api().scope().region();
    return Output.Structure.builder()
        .put("type", "AWS_PROXY")
        .put("httpMethod", integration.httpMethod())
        .put(
            "uri",
            "arn:"
                + region.partition()
                + ":apigateway:"
                + region.name()
                + ":lambda:path/2015-03-31/functions/"
                + integration.functionArn()
                + "/invocations")
        .put("passthroughBehavior", "WHEN_NO_MATCH")
        .put("timeoutInMillis", integration.timeout().toMillis())
        .put("cacheNamespace", node.id())
        .texts("cacheKeyParameters", List.of())
        .build();
  }
}
