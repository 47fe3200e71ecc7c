package dev.skybridge.provider.types.apigateway;

import dev.skybridge.provider.ResourceType;
import dev.skybridge.services.apigateway.ApiGateway;
import java.time.Clock;
import java.util.List;

/** The types of API Gateway's REST APIs. */
public final class ApiGatewayTypes {
  private ApiGatewayTypes() {}

  /**
   * All of them.
   *
   * @param clock tells when an API or deployment was created
   */
  public static List<ResourceType> resources(ApiGateway gateway, Clock clock) {
    return List.of(
        new RestApiType(gateway, clock),
        new RestApiPolicyType(gateway),
        new DeploymentType(gateway, clock),
        new StageType(gateway, clock),
        new DomainNameType(gateway),
        new BasePathMappingType(gateway));
  }
}
