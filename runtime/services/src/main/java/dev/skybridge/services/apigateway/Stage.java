package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A stage: the name under which a deployment is served.
 *
 * @param variables the stage variables
 */
public record Stage(
    Scope scope,
    String restApiId,
    String name,
    String deploymentId,
    SortedMap<String, String> variables,
    Details details) {
  public Stage {
    requireNonNull(scope);
    requireNonNull(restApiId);
    requireNonNull(name);
    requireNonNull(deploymentId);
    requireNonNull(details);
    variables = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(variables));
  }

  /** A stage with {@code variables} in any map. */
  public static Stage of(
      Scope scope,
      String restApiId,
      String name,
      String deploymentId,
      Map<String, String> variables) {
    return new Stage(scope, restApiId, name, deploymentId, new TreeMap<>(variables), Details.NONE);
  }

  /** This stage, with more told of it. */
  public Stage with(Details more) {
    return new Stage(scope, restApiId, name, deploymentId, variables, more);
  }
}
