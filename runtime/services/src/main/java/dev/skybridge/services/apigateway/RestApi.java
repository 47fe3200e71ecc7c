package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.apigateway.openapi.ApiDocument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A REST API.
 *
 * @param id ten lower-case letters and digits
 * @param document what it was imported from
 * @param policy its resource policy, the shorthand {@code execute-api:/...} expanded
 * @param binaryMediaTypes media types whose bodies are bytes, not text
 * @param rootResourceId the id of the resource at {@code /}, where it was told
 */
public record RestApi(
    Scope scope,
    String id,
    String name,
    ApiDocument document,
    Optional<AttachedPolicy> policy,
    EndpointConfiguration endpoint,
    List<String> binaryMediaTypes,
    Optional<String> rootResourceId,
    Details details) {
  public RestApi {
    requireNonNull(scope);
    requireNonNull(id);
    requireNonNull(name);
    requireNonNull(document);
    requireNonNull(policy);
    requireNonNull(endpoint);
    binaryMediaTypes = List.copyOf(binaryMediaTypes);
    requireNonNull(rootResourceId);
    requireNonNull(details);
  }

  /** An API of which nothing more is told. */
  public RestApi(
      Scope scope,
      String id,
      String name,
      ApiDocument document,
      Optional<AttachedPolicy> policy,
      EndpointConfiguration endpoint,
      List<String> binaryMediaTypes) {
    this(
        scope,
        id,
        name,
        document,
        policy,
        endpoint,
        binaryMediaTypes,
        Optional.empty(),
        Details.NONE);
  }

  /** The same API under another resource policy. */
  RestApi withPolicy(AttachedPolicy other) {
    return new RestApi(
        scope,
        id,
        name,
        document,
        Optional.of(other),
        endpoint,
        binaryMediaTypes,
        rootResourceId,
        details);
  }

  /** The ARN by which policies and permissions name it: {@code arn:aws:execute-api:...:id}. */
  public String executionArn() {
    return executionArn(scope, id);
  }

  /** The execution ARN of the API {@code id}. */
  public static String executionArn(Scope scope, String id) {
    return scope.arn("execute-api", id).toString();
  }

  /** The ids of the associated endpoints by the name that this API has there. */
  Map<String, String> endpointNames() {
    Map<String, String> names = new LinkedHashMap<>();
    for (String endpointId : endpoint.vpcEndpointIds()) {
      names.put(
          id
              + "-"
              + endpointId
              + ".execute-api."
              + scope.region().name()
              + "."
              + scope.region().dnsSuffix(),
          endpointId);
    }
    return names;
  }

  /** The id that API Gateway gives the resource at {@code path}: stable, six characters. */
  public String resourceId(String path) {
    return rootResourceId.filter(root -> path.equals("/")).orElseGet(() -> childId(path));
  }

  /** A stable id of something that is part of this API. */
  String childId(String name) {
    return Tokens.hash(6, id + name);
  }
}
