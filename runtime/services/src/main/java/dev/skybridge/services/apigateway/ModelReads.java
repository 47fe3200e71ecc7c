package dev.skybridge.services.apigateway;

import dev.skybridge.services.api.ApiAnswer;
import dev.skybridge.services.api.ApiCall;
import dev.skybridge.services.api.ApiOperation;
import dev.skybridge.services.api.Output;
import dev.skybridge.services.apigateway.openapi.Validator;
import java.util.List;
import java.util.Map;

/** The operations that read models and request validators. */
final class ModelReads {
  private static final String API = "/restapis/{restapi_id}";

  private final ApiGateway gateway;

  ModelReads(ApiGateway gateway) {
    this.gateway = gateway;
  }

  List<ApiOperation> operations() {
    return List.of(
        ApiOperation.at("GET", API + "/models", "GetModels", this::models),
        ApiOperation.at("GET", API + "/models/{model_name}", "GetModel", this::model),
        ApiOperation.at(
            "GET", API + "/requestvalidators", "GetRequestValidators", this::validators),
        ApiOperation.at(
            "GET",
            API + "/requestvalidators/{requestvalidator_id}",
            "GetRequestValidator",
            this::validator));
  }

  static String validatorId(RestApi api, Validator validator) {
    return api.childId("validator " + validator.name());
  }

  private ApiAnswer models(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/models"));
    RestApi api = GatewayCalls.api(gateway, call);
    return GatewayCalls.listing(
        call,
        List.copyOf(api.document().definitions().schemas().entrySet()),
        Map.Entry::getKey,
        model -> described(api, model.getKey(), model.getValue()));
  }

  private ApiAnswer model(ApiCall call) {
    String name = call.input().text("model_name");
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/models/" + name));
    RestApi api = GatewayCalls.api(gateway, call);
    String schema =
        GatewayCalls.found(
            java.util.Optional.ofNullable(api.document().definitions().schemas().get(name)),
            "Invalid model name specified: " + name);
    return ApiAnswer.of(described(api, name, schema));
  }

  /** Models of a document are for JSON. */
  private static Output.Structure described(RestApi api, String name, String schema) {
    return Output.Structure.builder()
        .put("id", api.childId("model " + name))
        .put("name", name)
        .put("schema", schema)
        .put("contentType", "application/json")
        .build();
  }

  private ApiAnswer validators(ApiCall call) {
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/requestvalidators"));
    RestApi api = GatewayCalls.api(gateway, call);
    return GatewayCalls.listing(
        call,
        api.document().definitions().validators(),
        Validator::name,
        validator -> described(api, validator));
  }

  private ApiAnswer validator(ApiCall call) {
    String id = call.input().text("requestvalidator_id");
    GatewayCalls.authorize(call, GatewayCalls.apiPath(call, "/requestvalidators/" + id));
    RestApi api = GatewayCalls.api(gateway, call);
    Validator validator =
        GatewayCalls.found(
            api.document().definitions().validators().stream()
                .filter(each -> validatorId(api, each).equals(id))
                .findFirst(),
            "Invalid Request Validator identifier specified");
    return ApiAnswer.of(described(api, validator));
  }

  private static Output.Structure described(RestApi api, Validator validator) {
    return Output.Structure.builder()
        .put("id", validatorId(api, validator))
        .put("name", validator.name())
        .put("validateRequestBody", validator.body())
        .put("validateRequestParameters", validator.parameters())
        .build();
  }
}
