package dev.skybridge.services.apigateway;

import java.util.Map;

/** Where the names that APIs have at interface endpoints are made known. */
@FunctionalInterface
public interface EndpointNames {
  /**
   * Replaces the names of one API.
   *
   * @param owner the API's execution ARN
   * @param endpointIds by name: {@code {api}-{vpce}.execute-api...}; none to withdraw all
   */
  void publish(String owner, Map<String, String> endpointIds);
}
