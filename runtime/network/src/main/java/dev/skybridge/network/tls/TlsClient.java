package dev.skybridge.network.tls;

import static java.util.Objects.requireNonNull;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * How a client does TLS. It offers TLS 1.3 and 1.2 with the JDK's suites.
 *
 * @param mode what it checks
 * @param serverName the name it asks for (SNI), empty to name none
 * @param anchors the roots it trusts; empty unless {@link Mode#TRUSTING}
 */
public record TlsClient(Mode mode, String serverName, List<X509Certificate> anchors) {
  /** No TLS at all. */
  public static final TlsClient NONE = new TlsClient(Mode.PLAIN, "", List.of());

  public TlsClient {
    requireNonNull(mode);
    requireNonNull(serverName);
    anchors = List.copyOf(anchors);
    if (mode == Mode.TRUSTING && (anchors.isEmpty() || serverName.isEmpty())) {
      throw new IllegalArgumentException("a client that trusts needs anchors and a server name");
    }
  }

  /** What a client checks of the server's certificate. */
  public enum Mode {
    /** No TLS. */
    PLAIN,
    /** TLS with whatever certificate, as an Application Load Balancer does to its targets. */
    UNVERIFIED,
    /** A certificate for the server name under one of the anchors. */
    TRUSTING
  }

  /** TLS with whatever certificate; asks for {@code serverName}, empty to name none. */
  public static TlsClient unverified(String serverName) {
    return new TlsClient(Mode.UNVERIFIED, serverName, List.of());
  }

  /** TLS with a certificate for {@code serverName} under one of {@code anchors}. */
  public static TlsClient trusting(String serverName, List<X509Certificate> anchors) {
    return new TlsClient(Mode.TRUSTING, serverName, anchors);
  }
}
