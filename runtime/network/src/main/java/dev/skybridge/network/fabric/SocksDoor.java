package dev.skybridge.network.fabric;

import java.net.InetSocketAddress;

/**
 * A SOCKS5 proxy (RFC 1928) on 127.0.0.1 through which any program acts as one network interface:
 * names are resolved by the VPC's resolver, connections leave from the interface's address and pass
 * its gates. CONNECT only, no authentication.
 */
public interface SocksDoor extends AutoCloseable {
  /** Where programs find it: 127.0.0.1 and its port. */
  InetSocketAddress address();

  /** Closes the door and all connections through it. Idempotent. */
  @Override
  void close();
}
