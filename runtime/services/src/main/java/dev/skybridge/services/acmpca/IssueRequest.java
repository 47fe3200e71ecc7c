package dev.skybridge.services.acmpca;

import static java.util.Objects.requireNonNull;

import java.security.PublicKey;
import java.time.Duration;
import java.util.List;

/**
 * What a certificate is asked for.
 *
 * @param commonName the subject's common name, at most 64 characters (RFC 5280, ub-common-name)
 * @param dnsNames the subject alternative names; at least one
 * @param publicKey RSA or EC
 * @param validity how long the certificate is valid; more than zero
 */
public record IssueRequest(
    String commonName, List<String> dnsNames, PublicKey publicKey, Duration validity) {
  public IssueRequest {
    requireNonNull(publicKey);
    dnsNames = List.copyOf(dnsNames);
    if (commonName.isEmpty() || commonName.length() > 64) {
      throw new IllegalArgumentException(
          "commonName: '" + commonName + "' (expected: 1-64 characters)");
    }
    if (dnsNames.isEmpty()) {
      throw new IllegalArgumentException("dnsNames: none (expected: at least one)");
    }
    if (!validity.isPositive()) {
      throw new IllegalArgumentException("validity: " + validity + " (expected: more than zero)");
    }
  }
}
