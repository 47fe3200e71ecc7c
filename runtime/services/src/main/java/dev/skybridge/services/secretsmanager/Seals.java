package dev.skybridge.services.secretsmanager;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.Requester;
import java.time.Instant;
import java.util.Map;

/**
 * Seals and opens values by the key of their secret, which decides for itself who may.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html">Secret
 *     encryption and decryption in AWS Secrets Manager</a>
 */
record Seals(KeyUse keys) {
  private static final String DEFAULT_KEY = "alias/aws/secretsmanager";

  Seals {
    requireNonNull(keys);
  }

  /**
   * Whether the caller may seal a value, tried with a data key that nothing uses.
   *
   * @throws AwsException AccessDeniedException
   */
  void check(Requester requester, Secret secret) {
    try {
      keys.dataKey(call(requester, secret, "check"), key(secret));
    } catch (AwsException e) {
      throw refused(e);
    }
  }

  /** The version that {@code put} makes of a secret. */
  Version seal(NewVersion put, Secret secret, Instant now) {
    KeyUse.DataKey key = keys.dataKey(call(put.requester(), secret, put.versionId()), key(secret));
    return new Version(
        put.versionId(),
        put.stages(),
        now,
        put.binary(),
        Envelope.seal(key, put.value().getBytes(UTF_8)));
  }

  /**
   * The value of a version.
   *
   * @throws AwsException AccessDeniedException
   */
  String open(Requester requester, Secret secret, Version version) {
    try {
      byte[] key =
          keys.open(call(requester, secret, version.id()), Envelope.dataKey(version.sealed()));
      return new String(Envelope.open(key, version.sealed()), UTF_8);
    } catch (AwsException e) {
      throw refused(e);
    }
  }

  /** Whether the caller could open the secret's current version; nothing is opened. */
  Verdict mayOpen(Requester requester, Secret secret) {
    return crossesWithDefaultKey(requester.identity(), secret)
        ? Verdict.refuse(
            secret.arn(),
            "default key",
            "a secret under its account's default key cannot be read from another account",
            "give the secret a key of its own whose policy allows the caller")
        : keys.mayOpen(call(requester, secret, Version.CURRENT), key(secret));
  }

  /** An account's default key opens nothing for others. */
  static boolean crossesWithDefaultKey(Principal.Identity caller, Secret secret) {
    return !caller.account().equals(secret.scope().account())
        && secret.key().filter(key -> !key.endsWith(DEFAULT_KEY)).isEmpty();
  }

  private static String key(Secret secret) {
    return secret.key().orElse(DEFAULT_KEY);
  }

  private static AwsException refused(AwsException cause) {
    return cause.code().equals("AccessDeniedException") ? SecretFailures.keyRefused(cause) : cause;
  }

  private static KeyUse.Call call(Requester requester, Secret secret, String versionId) {
    return new KeyUse.Call(
        requester, secret.scope(), Map.of("SecretARN", secret.arn(), "SecretVersionId", versionId));
  }
}
