package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * From where an API can be called.
 *
 * @param vpcEndpointIds the endpoints that get a name of their own for this API, {@code
 *     {api}-{vpce}.execute-api...}
 * @param disableExecuteApiEndpoint whether it is served under custom domain names only
 */
public record EndpointConfiguration(
    Type type, List<String> vpcEndpointIds, boolean disableExecuteApiEndpoint) {
  public EndpointConfiguration {
    requireNonNull(type);
    vpcEndpointIds = List.copyOf(vpcEndpointIds);
  }

  /** The type of an endpoint; only private APIs are reachable here. */
  public enum Type {
    EDGE,
    REGIONAL,
    PRIVATE
  }
}
