package dev.skybridge.services.acm;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.List;

/**
 * A certificate requested from a private certificate authority.
 *
 * @param arn {@code arn:aws:acm:REGION:ACCOUNT:certificate/UUID}
 * @param names the domain name first, then the other subject alternative names; none twice
 * @param authority the ARN of the certificate authority that issues it
 */
public record Certificate(
    Scope scope, Arn arn, List<String> names, KeyAlgorithm algorithm, Arn authority) {
  public Certificate {
    requireNonNull(scope);
    requireNonNull(arn);
    requireNonNull(algorithm);
    requireNonNull(authority);
    names = names.stream().distinct().toList();
    if (names.isEmpty()) {
      throw new IllegalArgumentException("names: none (expected: the domain name)");
    }
  }

  /** The subject's common name. */
  public String domainName() {
    return names.getFirst();
  }
}
