package dev.skybridge.services.kms;

/**
 * A key to encrypt data with: in clear, and encrypted under a KMS key.
 *
 * @param keyArn the KMS key
 * @param plaintext 32 bytes
 * @param ciphertext what Decrypt turns back into them
 */
// Handed over once and dropped; never compared.
@SuppressWarnings("ArrayRecordComponent")
public record DataKey(String keyArn, byte[] plaintext, byte[] ciphertext) {
  @Override
  public String toString() {
    return "DataKey[" + keyArn + "]";
  }
}
