package dev.skybridge.services.apigateway;

import dev.skybridge.policy.Region;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds API and stage of a request that came over an interface endpoint.
 *
 * <p>Whoever names the API in {@code x-apigw-api-id} gets it, whatever the Host (captured from AWS
 * with the Host of a load balancer; that it wins over a custom domain name is not established).
 * Otherwise the Host decides: the API's own name, its name at one endpoint, or a custom domain
 * name. All else is Forbidden. TLS's server name plays no part.
 */
final class Router {
  private static final String API_ID_HEADER = "x-apigw-api-id";

  private final Catalog catalog;

  Router(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * @param host the Host header, possibly with {@code :443}
   * @param apiId the value of {@code x-apigw-api-id}, if it is there
   * @param path the path of the request target
   */
  Routing route(Arrival arrival, String host, Optional<String> apiId, String path) {
    if (apiId.isPresent()) {
      return byApi(arrival, apiId.get(), API_ID_HEADER + ": " + apiId.get(), path);
    }
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(":443") ? name.substring(0, name.length() - 4) : name;
    Region region = arrival.region();
    String suffix = ".execute-api." + region.name() + "." + region.dnsSuffix();
    if (!name.endsWith(suffix)) {
      return byDomain(arrival, name, path);
    }
    String label = name.substring(0, name.length() - suffix.length());
    int dash = label.indexOf("-vpce-");
    if (dash < 0) {
      return byApi(arrival, label, "Host: " + name, path);
    }
    return byEndpointName(arrival, label.substring(0, dash), label.substring(dash + 1), name, path);
  }

  /** {@code {api}-{vpce}.execute-api...}: the API must be associated with that endpoint. */
  private Routing byEndpointName(
      Arrival arrival, String apiId, String endpointId, String name, String path) {
    boolean associated =
        catalog
            .api(arrival.region(), apiId)
            .filter(api -> api.endpoint().vpcEndpointIds().contains(endpointId))
            .isPresent();
    if (!associated || !endpointId.equals(arrival.vpcEndpointId())) {
      return Routing.nowhere(
          "execute-api",
          "Host: " + name,
          "API " + apiId + " is not associated with " + arrival.vpcEndpointId(),
          "add " + arrival.vpcEndpointId() + " to the API's vpc_endpoint_ids");
    }
    return byApi(arrival, apiId, "Host: " + name, path);
  }

  private Routing byApi(Arrival arrival, String apiId, String rule, String path) {
    Optional<RestApi> api = catalog.api(arrival.region(), apiId);
    if (api.isEmpty()) {
      return Routing.nowhere(
          "execute-api", rule, "no API " + apiId + " in " + arrival.region().name());
    }
    Split split = Split.of(path);
    return staged(arrival, api.get(), split.first(), split.rest(), split.rest(), rule, true);
  }

  private Routing byDomain(Arrival arrival, String name, String path) {
    Region region = arrival.region();
    if (catalog.domain(region, name).isEmpty()) {
      return Routing.nowhere(
          "execute-api",
          "Host: " + name,
          "neither the name of an API nor a custom domain name in " + region.name(),
          "add a custom domain name " + name);
    }
    Split split = Split.of(path);
    Optional<BasePathMapping> named =
        split.first().isEmpty() ? Optional.empty() : catalog.mapping(region, name, split.first());
    Optional<BasePathMapping> mapping = named.or(() -> catalog.mapping(region, name, ""));
    if (mapping.isEmpty()) {
      return Routing.nowhere(
          name,
          "base path mappings",
          "no mapping for /" + split.first() + " of " + name,
          "add a base path mapping " + split.first() + " to the domain name " + name);
    }
    String inner = named.isPresent() ? split.rest() : path;
    String rule = "base path mapping /" + mapping.get().basePath();
    Optional<RestApi> api = catalog.api(region, mapping.get().restApiId());
    if (api.isEmpty()) {
      return Routing.nowhere(name, rule, "no API " + mapping.get().restApiId());
    }
    if (mapping.get().stage().isPresent()) {
      return staged(arrival, api.get(), mapping.get().stage().get(), inner, path, rule, false);
    }
    Split staged = Split.of(inner);
    return staged(arrival, api.get(), staged.first(), staged.rest(), path, rule, false);
  }

  private Routing staged(
      Arrival arrival,
      RestApi api,
      String stageName,
      String path,
      String eventPath,
      String rule,
      boolean defaultEndpoint) {
    Region region = arrival.region();
    Optional<Stage> stage = catalog.stage(region, api.id(), stageName);
    if (stage.isEmpty()) {
      return Routing.nowhere(api.executionArn(), rule, "no stage '" + stageName + "'");
    }
    Optional<Deployment> deployment =
        catalog.deployment(region, api.id(), stage.get().deploymentId());
    if (deployment.isEmpty()) {
      return Routing.nowhere(
          api.executionArn(), rule, "stage '" + stageName + "' has no deployment");
    }
    EndpointConfiguration endpoint = deployment.get().api().endpoint();
    if (endpoint.type() != EndpointConfiguration.Type.PRIVATE) {
      return Routing.nowhere(
          api.executionArn(),
          "endpoint type " + endpoint.type(),
          "only private APIs can be called through an interface endpoint");
    }
    if (defaultEndpoint && endpoint.disableExecuteApiEndpoint()) {
      return Routing.nowhere(
          api.executionArn(),
          "disable_execute_api_endpoint",
          "the API is served under its custom domain names only",
          "call it by a custom domain name");
    }
    return Routing.to(
        new Route(stage.get(), deployment.get(), path, eventPath),
        api.executionArn(),
        rule + " -> stage " + stageName);
  }

  /** A path cut after its first segment. */
  private record Split(String first, String rest) {
    static Split of(String path) {
      int slash = path.indexOf('/', 1);
      return slash < 0
          ? new Split(path.substring(1), "/")
          : new Split(path.substring(1, slash), path.substring(slash));
    }
  }
}
