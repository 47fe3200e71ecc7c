package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;
import java.util.Optional;

/**
 * Which API and stage a custom domain name serves under a base path.
 *
 * @param basePath one path segment without slashes; empty for the rest of the domain
 * @param stage empty where the stage is the next segment of the path
 */
public record BasePathMapping(
    Scope scope, String domainName, String basePath, String restApiId, Optional<String> stage) {
  public BasePathMapping {
    requireNonNull(scope);
    requireNonNull(domainName);
    requireNonNull(basePath);
    requireNonNull(restApiId);
    requireNonNull(stage);
  }
}
