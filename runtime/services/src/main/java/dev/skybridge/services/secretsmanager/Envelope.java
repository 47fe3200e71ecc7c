package dev.skybridge.services.secretsmanager;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A sealed value: the length of the sealed data key, that key, 12 bytes of nonce, the value under
 * AES-256-GCM.
 */
final class Envelope {
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Envelope() {}

  static byte[] seal(KeyUse.DataKey key, byte[] value) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, key.plaintext(), nonce, value);
    return ByteBuffer.allocate(2 + key.sealed().length + NONCE_BYTES + sealed.length)
        .putShort((short) key.sealed().length)
        .put(key.sealed())
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** The sealed data key. */
  static byte[] dataKey(byte[] envelope) {
    return Arrays.copyOfRange(envelope, 2, 2 + ByteBuffer.wrap(envelope).getShort());
  }

  static byte[] open(byte[] plainDataKey, byte[] envelope) {
    int start = 2 + ByteBuffer.wrap(envelope).getShort();
    byte[] nonce = Arrays.copyOfRange(envelope, start, start + NONCE_BYTES);
    byte[] sealed = Arrays.copyOfRange(envelope, start + NONCE_BYTES, envelope.length);
    return run(Cipher.DECRYPT_MODE, plainDataKey, nonce, sealed);
  }

  private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a stored secret value is damaged", e);
    }
  }
}
