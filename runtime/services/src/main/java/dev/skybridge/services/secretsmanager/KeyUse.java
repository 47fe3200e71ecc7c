package dev.skybridge.services.secretsmanager;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Verdict;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.Requester;
import java.util.Map;

/**
 * Uses a KMS key on behalf of a caller, through this service ({@code kms:ViaService}); the service
 * kms does it. Refusals are KMS's own {@link dev.skybridge.services.AwsException}.
 */
public interface KeyUse {
  /**
   * A new key for data; the caller needs {@code kms:GenerateDataKey}.
   *
   * @param key the KMS key: id, ARN or alias
   */
  DataKey dataKey(Call call, String key);

  /** Decrypts a key for data, 32 bytes; the caller needs {@code kms:Decrypt}. */
  byte[] open(Call call, byte[] sealedDataKey);

  /**
   * Whether the caller may decrypt under a key; nothing is decrypted.
   *
   * @param key the KMS key: id, ARN or alias
   */
  Verdict mayOpen(Call call, String key);

  /**
   * A key for data.
   *
   * @param plaintext 32 bytes
   * @param sealed the same, encrypted by the KMS key
   */
  // Handed over once and dropped; never compared.
  @SuppressWarnings("ArrayRecordComponent")
  record DataKey(byte[] plaintext, byte[] sealed) {}

  /**
   * On whose behalf, and for what.
   *
   * @param requester who asks this service
   * @param scope where the secret lives
   * @param encryptionContext what the key for data is bound to: the secret's ARN and the version
   */
  record Call(Requester requester, Scope scope, Map<String, String> encryptionContext) {
    public Call {
      requireNonNull(requester);
      requireNonNull(scope);
      encryptionContext = Map.copyOf(encryptionContext);
    }

    public Principal.Identity caller() {
      return requester.identity();
    }
  }
}
