package dev.skybridge.services.kms;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Scope;

/**
 * A second name of a key.
 *
 * @param scope where it lives
 * @param name begins with {@code alias/}
 * @param keyId the key's id
 */
public record Alias(Scope scope, String name, String keyId) {
  public Alias {
    requireNonNull(scope);
    requireNonNull(name);
    requireNonNull(keyId);
  }
}
