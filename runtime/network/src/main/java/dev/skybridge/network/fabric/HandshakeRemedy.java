package dev.skybridge.network.fabric;

import java.util.List;
import java.util.Locale;

/**
 * What would mend a TLS handshake that failed, told from the alert that ended it or from what the
 * engine says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8446#section-6.2">RFC 8446, section 6.2: Error
 *     Alerts</a>
 */
final class HandshakeRemedy {
  private static final List<String> CERTIFICATE =
      List.of("unknown_ca", "certificate_unknown", "bad_certificate", "certification path");
  private static final List<String> VERSION =
      List.of("protocol_version", "protocol version", "no appropriate protocol");
  private static final List<String> SUITE =
      List.of("cipher suites in common", "handshake_failure", "insufficient_security");

  private HandshakeRemedy() {}

  /** The change that would let the handshake succeed; empty where the reason tells none. */
  static String of(String reason) {
    String said = reason.toLowerCase(Locale.ROOT);
    if (CERTIFICATE.stream().anyMatch(said::contains)) {
      return "let the client trust the authority that signed the server's certificate, and call a"
          + " name that the certificate has";
    }
    if (said.contains("certificate_expired")) {
      return "give the server a certificate that is still valid";
    }
    if (VERSION.stream().anyMatch(said::contains)) {
      return "let the client offer a TLS version that the server's TLS policy has, or give the"
          + " server another policy";
    }
    if (SUITE.stream().anyMatch(said::contains)) {
      return "let the client offer a cipher suite that the server's TLS policy has, or give the"
          + " server another policy";
    }
    return said.contains("not an ssl/tls record") ? "speak TLS to this port" : "";
  }
}
