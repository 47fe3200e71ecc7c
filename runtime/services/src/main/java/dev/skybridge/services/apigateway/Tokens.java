package dev.skybridge.services.apigateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes in the shapes that API Gateway uses. */
final class Tokens {
  private static final int BASE_36 = 36;

  private Tokens() {}

  static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** {@code length} lower-case letters and digits that follow from {@code text}. */
  static String hash(int length, String text) {
    String digits = new BigInteger(1, sha256(text)).toString(BASE_36);
    return "0".repeat(Math.max(0, length - digits.length()))
        + digits.substring(0, Math.min(length, digits.length()));
  }
}
