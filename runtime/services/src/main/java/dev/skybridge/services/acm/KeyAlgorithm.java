package dev.skybridge.services.acm;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Locale;

/** The key algorithms of certificates that ACM requests, in the words of its API. */
public enum KeyAlgorithm {
  RSA_2048("RSA", "", 2048),
  RSA_3072("RSA", "", 3072),
  RSA_4096("RSA", "", 4096),
  EC_PRIME256V1("EC", "secp256r1", 256),
  EC_SECP384R1("EC", "secp384r1", 384),
  EC_SECP521R1("EC", "secp521r1", 521);

  private final String family;
  private final String curve;
  private final int bits;

  KeyAlgorithm(String family, String curve, int bits) {
    this.family = family;
    this.curve = curve;
    this.bits = bits;
  }

  /**
   * The algorithm that the API names {@code name}, e.g. {@code EC_prime256v1}.
   *
   * @throws IllegalArgumentException if ACM does not issue with it
   */
  public static KeyAlgorithm of(String name) {
    for (KeyAlgorithm algorithm : values()) {
      if (algorithm.name().equalsIgnoreCase(name)) {
        return algorithm;
      }
    }
    throw new IllegalArgumentException("key_algorithm: " + name + " (expected: one ACM issues)");
  }

  /** Its name in the API, e.g. {@code EC_prime256v1}. */
  String apiName() {
    return family.equals("EC") ? "EC_" + name().substring(3).toLowerCase(Locale.ROOT) : name();
  }

  KeyPair generate() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
      generator.initialize(
          family.equals("EC")
              ? new ECGenParameterSpec(curve)
              : new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK cannot make a key: " + this, e);
    }
  }

  /** Whether {@code key} is one of this algorithm. */
  boolean made(PublicKey key) {
    return switch (key) {
      case RSAPublicKey rsa -> family.equals("RSA") && rsa.getModulus().bitLength() == bits;
      case ECPublicKey ec ->
          family.equals("EC") && ec.getParams().getCurve().getField().getFieldSize() == bits;
      default -> false;
    };
  }
}
