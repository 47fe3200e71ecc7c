package dev.skybridge.app.wiring;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.services.apigateway.ApiGateway;
import dev.skybridge.services.apigateway.Arrival;
import dev.skybridge.services.privatelink.EndpointFacts;
import dev.skybridge.services.privatelink.FrontDoor;

/** What comes over an execute-api endpoint is answered by API Gateway. */
record ExecuteApiWiring(ApiGateway gateway) implements FrontDoor {
  @Override
  public HttpResponse handle(EndpointFacts endpoint, HttpRequest request)
      throws InterruptedException {
    return gateway.handle(
        new Arrival(endpoint.region(), endpoint.endpointId(), endpoint.vpcId(), endpoint.policy()),
        request);
  }

  @Override
  public HttpResponse refused(EndpointFacts endpoint, RefusedRequest refused) {
    return gateway.refused(refused);
  }
}
