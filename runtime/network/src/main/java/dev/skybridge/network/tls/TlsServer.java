package dev.skybridge.network.tls;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * How a listening does TLS.
 *
 * @param protocols the protocols it speaks: {@code TLSv1.2}, {@code TLSv1.3}; 1 or more
 * @param suites the suites it takes, by their OpenSSL names as AWS writes them, the preferred one
 *     first: its order decides, not the client's; 1 or more
 * @param identities its certificates
 */
public record TlsServer(List<String> protocols, List<String> suites, TlsIdentities identities) {
  /**
   * @throws IllegalArgumentException if a protocol or suite is unknown here
   */
  public TlsServer {
    protocols = List.copyOf(protocols);
    suites = List.copyOf(suites);
    requireNonNull(identities);
    Suites.requireProtocols(protocols);
    Suites.toJdk(suites);
  }
}
