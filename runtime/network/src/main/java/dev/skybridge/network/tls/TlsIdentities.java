package dev.skybridge.network.tls;

import java.util.Optional;

/** Chooses the certificate of a server, at each handshake anew. Called by several threads. */
@FunctionalInterface
public interface TlsIdentities {
  /**
   * The certificate for a connection; with none the handshake fails.
   *
   * @param serverName the name that the client asks for (SNI) in lower case, empty if it names none
   */
  Optional<TlsIdentity> select(String serverName);
}
