package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A method of a resource.
 *
 * @param name the HTTP method in upper case, or {@code ANY}
 * @param operationId the OpenAPI operation id
 * @param models the model of the body by media type, in lower case
 * @param authorization who may call it
 * @param integration empty where the document has none: such an API cannot be deployed
 */
public record Method(
    String name,
    Optional<String> operationId,
    List<Parameter> parameters,
    Map<String, Model> models,
    Validator validator,
    AuthorizationType authorization,
    Optional<Integration> integration) {
  public Method {
    requireNonNull(name);
    requireNonNull(operationId);
    parameters = List.copyOf(parameters);
    models = Map.copyOf(models);
    requireNonNull(validator);
    requireNonNull(authorization);
    requireNonNull(integration);
  }
}
