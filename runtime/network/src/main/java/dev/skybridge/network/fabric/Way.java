package dev.skybridge.network.fabric;

import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** What became of the wish to connect, once the gates have been asked. */
sealed interface Way {
  /**
   * The gates let it pass and something listens: a socket bound to {@code from} may connect.
   *
   * @param from the loopback address of the opening interface
   * @param to the loopback address and port of the listening
   */
  record Open(
      Flow flow,
      Ipv4 source,
      Ipv4 target,
      String targetInterfaceId,
      InetAddress from,
      InetSocketAddress to)
      implements Way {
    /** The link of a socket that is bound to {@code local}. */
    Link link(InetSocketAddress local) {
      return new Link(flow, source, target, targetInterfaceId, local, to);
    }
  }

  /** A gate drops the packets: whoever waits for an answer waits in vain. */
  record Dropped(String reason) implements Way {}

  /** The packets arrive, but nothing listens. */
  record Refused(String reason) implements Way {}
}
