package dev.skybridge.services.apigateway.openapi;

import java.util.List;

/** {@code x-amazon-apigateway-endpoint-configuration}. */
public record EndpointExtension(List<String> vpcEndpointIds, boolean disableExecuteApiEndpoint) {
  /** A document without the extension. */
  public static final EndpointExtension NONE = new EndpointExtension(List.of(), false);

  public EndpointExtension {
    vpcEndpointIds = List.copyOf(vpcEndpointIds);
  }
}
