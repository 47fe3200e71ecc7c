package dev.skybridge.services.signature;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;

/**
 * Who sent a signed request.
 *
 * @param identity the session
 * @param bound the condition keys bound to its credentials, e.g. {@code lambda:SourceFunctionArn};
 *     to be put into the context of each request
 */
public record Caller(Principal.Identity identity, Context bound) {
  public Caller {
    requireNonNull(identity);
    requireNonNull(bound);
  }
}
