package dev.skybridge.network.fabric;

import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
import java.net.InetSocketAddress;

/** A server that listens. */
public interface HttpListening extends AutoCloseable {
  /** Where it really listens on this machine; nothing but {@code status} should show it. */
  InetSocketAddress loopback();

  /**
   * Takes other settings for the connections that are accepted from now on; those that stand live
   * on as they are. The certificates of {@link TlsServer#identities} are chosen at each handshake
   * anyway.
   *
   * @throws IllegalStateException on a local listening, which does no TLS
   */
  void update(TlsServer tls, HttpSettings settings);

  /** Stops listening, ends its connections and interrupts its handlers. Idempotent. */
  @Override
  void close();
}
