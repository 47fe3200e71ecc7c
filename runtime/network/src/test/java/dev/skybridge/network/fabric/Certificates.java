package dev.skybridge.network.fabric;

import dev.skybridge.network.tls.TlsIdentities;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.network.tls.TlsServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** Self-signed certificates, made by the JDK's own keytool. */
final class Certificates {
  private static final char[] PASSWORD = "changeit".toCharArray();

  /** The suites of ELBSecurityPolicy-TLS13-1-2-2021-06, in its order. */
  static final List<String> SUITES =
      List.of(
          "TLS_AES_128_GCM_SHA256",
          "TLS_AES_256_GCM_SHA384",
          "TLS_CHACHA20_POLY1305_SHA256",
          "ECDHE-ECDSA-AES128-GCM-SHA256",
          "ECDHE-RSA-AES128-GCM-SHA256",
          "ECDHE-ECDSA-AES128-SHA256",
          "ECDHE-RSA-AES128-SHA256",
          "ECDHE-ECDSA-AES256-GCM-SHA384",
          "ECDHE-RSA-AES256-GCM-SHA384",
          "ECDHE-ECDSA-AES256-SHA384",
          "ECDHE-RSA-AES256-SHA384");

  private Certificates() {}

  /** A certificate for {@code name} with an EC key. */
  static TlsIdentity of(String name) {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path store = folder.resolve("store.p12");
      Process keytool =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keyalg",
                  "EC",
                  "-groupname",
                  "secp256r1",
                  "-alias",
                  "a",
                  "-dname",
                  "CN=" + name,
                  "-ext",
                  "san=dns:" + name,
                  "-keystore",
                  store.toString(),
                  "-storepass",
                  new String(PASSWORD))
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("log").toFile())
              .start();
      if (keytool.waitFor() != 0) {
        throw new IllegalStateException(Files.readString(folder.resolve("log")));
      }
      KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
      return new TlsIdentity(
          (PrivateKey) keys.getKey("a", PASSWORD),
          List.of((X509Certificate) keys.getCertificate("a")));
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A server with TLS 1.3 and 1.2 and one certificate for whatever name. */
  static TlsServer server(TlsIdentity identity) {
    return server(name -> Optional.of(identity));
  }

  /** A server with TLS 1.3 and 1.2. */
  static TlsServer server(TlsIdentities identities) {
    return new TlsServer(List.of("TLSv1.2", "TLSv1.3"), SUITES, identities);
  }
}
