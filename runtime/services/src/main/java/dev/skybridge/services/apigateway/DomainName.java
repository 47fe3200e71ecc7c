package dev.skybridge.services.apigateway;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;

/**
 * A Regional custom domain name.
 *
 * @param name in lower case, e.g. {@code beverage.example.com}
 * @param certificateArn its certificate; not presented at an interface endpoint, where {@code
 *     execute-api} shows its own
 * @param regionalName the name that DNS is to point to, e.g. {@code d-abc.execute-api...}
 * @param regionalZoneId the hosted zone of that name
 */
public record DomainName(
    Scope scope,
    String name,
    String certificateArn,
    String regionalName,
    String regionalZoneId,
    Details details) {
  public DomainName {
    requireNonNull(scope);
    requireNonNull(name);
    requireNonNull(certificateArn);
    requireNonNull(regionalName);
    requireNonNull(regionalZoneId);
    requireNonNull(details);
  }

  /** A domain name of which nothing more is told. */
  public DomainName(Scope scope, String name, String certificateArn) {
    this(scope, name, certificateArn, "", "", Details.NONE);
  }
}
