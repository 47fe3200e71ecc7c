package dev.skybridge.network.fabric;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Peer;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/** Lets every process of this machine in. */
final class LocalAdmission implements Admission {
  @Override
  public Optional<Guest> admit(SocketChannel channel) {
    InetSocketAddress from = channel.remoteAddress();
    InetSocketAddress to = channel.localAddress();
    return Optional.of((tls, _) ->
        new Peer(
            address(from),
            from.getPort(),
            Optional.empty(),
            address(to),
            to.getPort(),
            tls,
            Optional.empty(),
            List.of()));
  }

  static Ipv4 address(InetSocketAddress socket) {
    return Ipv4.parse(socket.getAddress().getHostAddress());
  }
}
