package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

/**
 * Where a request leads.
 *
 * @param deployment what the stage serves
 * @param path the path inside the API, e.g. {@code /orders}
 * @param eventPath the path that the function sees: under a custom domain name with the base path
 */
record Route(Stage stage, Deployment deployment, String path, String eventPath) {
  Route {
    requireNonNull(stage);
    requireNonNull(deployment);
    requireNonNull(path);
    requireNonNull(eventPath);
  }

  RestApi api() {
    return deployment.api();
  }
}
