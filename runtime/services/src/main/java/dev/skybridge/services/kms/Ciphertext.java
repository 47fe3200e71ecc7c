package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.services.AwsException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What Encrypt returns: one byte of version, which bytes of the key, the key's ARN, 12 bytes of
 * nonce, AES-256-GCM ciphertext with its tag. The encryption context and the ARN are authenticated.
 */
final class Ciphertext {
  private static final byte VERSION = 1;
  private static final int HEAD_BYTES = 11;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ciphertext() {}

  static byte[] seal(String keyArn, Material.Generation material, byte[] bound, byte[] plaintext) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    byte[] arn = keyArn.getBytes(UTF_8);
    byte[] sealed = run(Cipher.ENCRYPT_MODE, arn, material.bytes(), nonce, bound, plaintext);
    return ByteBuffer.allocate(HEAD_BYTES + arn.length + NONCE_BYTES + sealed.length)
        .put(VERSION)
        .putLong(material.made())
        .putShort((short) arn.length)
        .put(arn)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** The ARN of the key that sealed. */
  static String keyArn(byte[] blob) {
    return new String(part(blob, HEAD_BYTES, arnLength(blob)), UTF_8);
  }

  /** Which of the key's bytes sealed: when they were made. */
  static long made(byte[] blob) {
    arnLength(blob);
    return ByteBuffer.wrap(blob).getLong(1);
  }

  static byte[] open(byte[] material, byte[] bound, byte[] blob) {
    int arnLength = arnLength(blob);
    byte[] arn = part(blob, HEAD_BYTES, arnLength);
    byte[] nonce = part(blob, HEAD_BYTES + arnLength, NONCE_BYTES);
    int start = HEAD_BYTES + arnLength + NONCE_BYTES;
    return run(
        Cipher.DECRYPT_MODE, arn, material, nonce, bound, part(blob, start, blob.length - start));
  }

  private static int arnLength(byte[] blob) {
    if (blob.length < HEAD_BYTES || blob[0] != VERSION) {
      throw invalid();
    }
    return ByteBuffer.wrap(blob).getShort(9);
  }

  private static byte[] part(byte[] blob, int start, int length) {
    if (length < 0 || start + length > blob.length) {
      throw invalid();
    }
    byte[] part = new byte[length];
    System.arraycopy(blob, start, part, 0, length);
    return part;
  }

  private static byte[] run(
      int mode, byte[] arn, byte[] material, byte[] nonce, byte[] bound, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(material, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(arn);
      cipher.updateAAD(bound);
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw invalid();
    }
  }

  static AwsException invalid() {
    return new AwsException(
        "InvalidCiphertextException",
        400,
        "The ciphertext, or the encryption context, is not the one that was encrypted.");
  }
}
