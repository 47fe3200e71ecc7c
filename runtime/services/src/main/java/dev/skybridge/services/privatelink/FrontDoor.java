package dev.skybridge.services.privatelink;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.RefusedRequest;

/** The service behind an interface endpoint: {@code execute-api}. Nothing else leads to it. */
public interface FrontDoor {
  /** Answers a request that came over an endpoint. */
  HttpResponse handle(EndpointFacts endpoint, HttpRequest request) throws InterruptedException;

  /** Answers what came over an endpoint and is no request. */
  HttpResponse refused(EndpointFacts endpoint, RefusedRequest refused);
}
