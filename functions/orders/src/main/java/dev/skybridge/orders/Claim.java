package dev.skybridge.orders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * What is kept of a request that came with an {@code Idempotency-Key}, so that a repeat gets the
 * first order. Neither the key nor the request is kept, only their hashes.
 *
 * @param keyHash SHA-256 of the key, in hex
 * @param fingerprint SHA-256 of what was ordered, in hex
 * @param orderId the order that the first request made
 * @param expiresAt from then on, the key may be used anew; whole seconds
 */
record Claim(String keyHash, String fingerprint, OrderId orderId, Instant expiresAt) {
  static Claim of(String key, OrderRequest request, OrderId orderId, Instant expiresAt) {
    String what = request.fullName().length() + ":" + request.fullName() + request.option();
    return new Claim(sha256(key), sha256(what), orderId, expiresAt);
  }

  private static String sha256(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
