package dev.skybridge.network.fabric;

import dev.skybridge.network.http.Peer;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;

/** Decides on a connection that was accepted, before anything of it is read. */
interface Admission {
  /** Who the other side is; empty if the connection is to be dropped. */
  Optional<Guest> admit(SocketChannel channel);

  /** The other side of a connection that may stay. */
  interface Guest {
    /** How a handler sees it, for its request number {@code ordinal} on this connection, from 0. */
    Peer peer(Optional<Peer.Tls> tls, int ordinal);

    /** Is told that the TLS handshake failed, and why: there will be no request. */
    default void handshakeFailed(String reason) {}
  }
}
