package dev.skybridge.services.apigateway;

import dev.skybridge.services.apigateway.openapi.Method;
import dev.skybridge.services.apigateway.openapi.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resource and method that serve a request.
 *
 * @param pathParameters as they stand in the path, undecoded
 */
record Match(Resource resource, Method method, Map<String, String> pathParameters) {

  /** The best resource for {@code path}; empty too where it has no such method. */
  static Optional<Match> find(List<Resource> resources, String httpMethod, String path) {
    return resources.stream()
        .filter(resource -> resource.path().match(path).isPresent())
        .min(Comparator.comparing(resource -> resource.path().precedence()))
        .flatMap(resource -> of(resource, httpMethod, path));
  }

  private static Optional<Match> of(Resource resource, String httpMethod, String path) {
    Map<String, String> parameters = resource.path().match(path).orElseThrow();
    return resource.method(httpMethod).map(method -> new Match(resource, method, parameters));
  }

  /**
   * The ARN by which Lambda knows the caller, e.g. {@code arn:...:api/stage/GET/orders/*}.
   *
   * @param httpMethod that of the request
   */
  String sourceArn(Route route, String httpMethod) {
    return route.api().executionArn()
        + "/"
        + route.stage().name()
        + "/"
        + httpMethod
        + "/"
        + resource.path().wildcards();
  }
}
