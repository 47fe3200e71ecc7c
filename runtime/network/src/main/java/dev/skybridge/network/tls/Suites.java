package dev.skybridge.network.tls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Cipher suites by their OpenSSL names, which AWS uses, and by those of the JDK. TLS 1.3's have one
 * name.
 */
public final class Suites {
  private static final Set<String> PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");

  private static final Map<String, String> JDK_BY_OPENSSL = new LinkedHashMap<>();

  static {
    for (String name :
        List.of(
            "TLS_AES_128_GCM_SHA256", "TLS_AES_256_GCM_SHA384", "TLS_CHACHA20_POLY1305_SHA256")) {
      JDK_BY_OPENSSL.put(name, name);
    }
    for (String key : List.of("ECDSA", "RSA")) {
      String openssl = "ECDHE-" + key + "-";
      String jdk = "TLS_ECDHE_" + key + "_WITH_";
      JDK_BY_OPENSSL.put(openssl + "AES128-GCM-SHA256", jdk + "AES_128_GCM_SHA256");
      JDK_BY_OPENSSL.put(openssl + "AES256-GCM-SHA384", jdk + "AES_256_GCM_SHA384");
      JDK_BY_OPENSSL.put(openssl + "CHACHA20-POLY1305", jdk + "CHACHA20_POLY1305_SHA256");
      JDK_BY_OPENSSL.put(openssl + "AES128-SHA256", jdk + "AES_128_CBC_SHA256");
      JDK_BY_OPENSSL.put(openssl + "AES256-SHA384", jdk + "AES_256_CBC_SHA384");
      JDK_BY_OPENSSL.put(openssl + "AES128-SHA", jdk + "AES_128_CBC_SHA");
      JDK_BY_OPENSSL.put(openssl + "AES256-SHA", jdk + "AES_256_CBC_SHA");
    }
  }

  private static final Map<String, String> OPENSSL_BY_JDK =
      JDK_BY_OPENSSL.entrySet().stream()
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

  private Suites() {}

  /** Whether a suite with this OpenSSL name can be served. */
  public static boolean known(String openssl) {
    return JDK_BY_OPENSSL.containsKey(openssl);
  }

  /**
   * The JDK's names, in the same order.
   *
   * @throws IllegalArgumentException if one is unknown, or none is given
   */
  public static List<String> toJdk(List<String> openssl) {
    if (openssl.isEmpty()) {
      throw new IllegalArgumentException("suites: none (expected: 1 or more)");
    }
    return openssl.stream().map(Suites::toJdk).toList();
  }

  /** The OpenSSL name of a suite of the JDK; the JDK's own where there is none. */
  public static String toOpenssl(String jdk) {
    return OPENSSL_BY_JDK.getOrDefault(jdk, jdk);
  }

  static void requireProtocols(List<String> protocols) {
    if (protocols.isEmpty() || !PROTOCOLS.containsAll(protocols)) {
      throw new IllegalArgumentException(
          "protocols: " + protocols + " (expected: some of TLSv1.2, TLSv1.3)");
    }
  }

  private static String toJdk(String openssl) {
    String jdk = JDK_BY_OPENSSL.get(openssl);
    if (jdk == null) {
      throw new IllegalArgumentException(
          "suite: " + openssl + " (expected: one of " + JDK_BY_OPENSSL.keySet() + ")");
    }
    return jdk;
  }
}
