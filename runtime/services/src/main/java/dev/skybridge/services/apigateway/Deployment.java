package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

/**
 * A deployment: the API as it was when it was deployed. What changes in the API afterwards does not
 * show until it is deployed again.
 *
 * @param id six characters
 */
public record Deployment(String id, RestApi api, Details details) {
  public Deployment {
    requireNonNull(id);
    requireNonNull(api);
    requireNonNull(details);
  }

  /** A deployment of which nothing more is told. */
  public Deployment(String id, RestApi api) {
    this(id, api, Details.NONE);
  }
}
