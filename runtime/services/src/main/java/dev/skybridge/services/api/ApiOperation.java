package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

/**
 * One operation of a service's API.
 *
 * @param name as AWS spells it, e.g. {@code AssumeRole}
 * @param route of a REST protocol, where it is found; of the others {@link Route#NONE}
 * @param behaviour what it does
 */
public record ApiOperation(String name, Route route, Behaviour behaviour) {
  public ApiOperation {
    requireNonNull(name);
    requireNonNull(route);
    requireNonNull(behaviour);
  }

  /** An operation that is found by its name: AWS JSON, Query, EC2 Query. */
  public static ApiOperation named(String name, Behaviour behaviour) {
    return new ApiOperation(name, Route.NONE, behaviour);
  }

  /**
   * An operation that is found by method and path: REST JSON, REST XML.
   *
   * @param path e.g. {@code /2015-03-31/functions/{FunctionName}/policy}; what is in braces becomes
   *     part of the input, with {@code +} at its end slashes included
   */
  public static ApiOperation at(String method, String path, String name, Behaviour behaviour) {
    return new ApiOperation(name, Route.of(method, path), behaviour);
  }

  /** What an operation does. */
  @FunctionalInterface
  public interface Behaviour {
    /**
     * Authorises and answers one call.
     *
     * @throws dev.skybridge.services.AwsException to refuse it
     */
    ApiAnswer answer(ApiCall call) throws InterruptedException;
  }
}
