package dev.skybridge.services.apigateway.openapi;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * A Lambda proxy integration.
 *
 * @param httpMethod the method with which Lambda is called; anything but POST fails at each request
 * @param functionArn the function, with its qualifier if one is named
 * @param timeout how long the function may take; 50 ms to 29 s
 */
public record Integration(String httpMethod, String functionArn, Duration timeout) {
  /** The integration timeout where none is set. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(29);

  public Integration {
    requireNonNull(httpMethod);
    requireNonNull(functionArn);
    requireNonNull(timeout);
  }
}
