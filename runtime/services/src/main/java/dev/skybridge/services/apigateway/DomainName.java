package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;

/**
 * A Regional custom domain name.
 *
 * @param name in lower case, e.g. {@code beverage.example.com}
 * @param certificateArn its certificate; not presented at an interface endpoint, where {@code
 *     execute-api} shows its own
 */
public record DomainName(Scope scope, String name, String certificateArn) {
  public DomainName {
    requireNonNull(scope);
    requireNonNull(name);
    requireNonNull(certificateArn);
  }
}
