package dev.skybridge.provider.types.apigateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Details;
import dev.skybridge.services.apigateway.EndpointConfiguration;
import dev.skybridge.services.apigateway.RestApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A deployed API as a text: all that a deployment copies. */
final class DeployedApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DeployedApi() {}

  static String write(RestApi api) {
    ObjectNode text = JSON.createObjectNode();
    text.put("name", api.name());
    text.put("body", api.document().text());
    api.policy().ifPresent(policy -> text.put("policy", policy.policy().toString()));
    text.put("endpointType", api.endpoint().type().name());
    var endpointIds = text.putArray("vpcEndpointIds");
    api.endpoint().vpcEndpointIds().forEach(endpointIds::add);
    text.put("disableExecuteApiEndpoint", api.endpoint().disableExecuteApiEndpoint());
    var binaryMediaTypes = text.putArray("binaryMediaTypes");
    api.binaryMediaTypes().forEach(binaryMediaTypes::add);
    return text.toString();
  }

  static RestApi read(ApiGateway gateway, Scope scope, String id, String text) {
    JsonNode deployed;
    try {
      deployed = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the deployed copy of API " + id + " is damaged", e);
    }
    return new RestApi(
        scope,
        id,
        deployed.path("name").asText(),
        gateway.checks().document(deployed.path("body").asText(), false),
        Optional.ofNullable(deployed.get("policy"))
            .map(policy -> gateway.checks().policy(scope, id, policy.asText())),
        new EndpointConfiguration(
            EndpointConfiguration.Type.valueOf(deployed.path("endpointType").asText()),
            texts(deployed.path("vpcEndpointIds")),
            deployed.path("disableExecuteApiEndpoint").asBoolean()),
        texts(deployed.path("binaryMediaTypes")),
        gateway.api(scope.region(), id).flatMap(RestApi::rootResourceId),
        Details.NONE);
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
