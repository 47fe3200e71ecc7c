package dev.skybridge.services.api;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A service's API: what a service says of itself to be served.
 *
 * @param signingName the name in the credential scope, e.g. {@code secretsmanager}
 * @param protocol how it is spoken
 * @param operations what is served of it; AWS's error for the others names them
 */
public record ApiService(String signingName, Protocol protocol, List<ApiOperation> operations) {
  public ApiService {
    requireNonNull(signingName);
    requireNonNull(protocol);
    operations = List.copyOf(operations);
  }
}
