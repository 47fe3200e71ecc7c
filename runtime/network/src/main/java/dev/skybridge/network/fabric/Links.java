package dev.skybridge.network.fabric;

import dev.skybridge.network.Topology;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The connections that this fabric opened and that stand, by their two sockets: nobody else can
 * have the same pair. A link is entered before its socket connects, so the accepting side always
 * finds it.
 */
final class Links {
  private final ConcurrentMap<Pair, Link> links = new ConcurrentHashMap<>();

  void enter(Link link) {
    links.put(new Pair(link.from(), link.to()), link);
  }

  void leave(Link link) {
    links.remove(new Pair(link.from(), link.to()), link);
  }

  Optional<Link> find(InetSocketAddress from, InetSocketAddress to) {
    return Optional.ofNullable(links.get(new Pair(from, to)));
  }

  int count() {
    return links.size();
  }

  /** Ends the connections of interfaces that are not there any more. */
  void retain(Topology topology) {
    for (Link link : links.values()) {
      if (topology.networkInterface(link.flow().interfaceId()).isEmpty()
          || topology.networkInterface(link.targetInterfaceId()).isEmpty()) {
        link.end();
      }
    }
  }

  private record Pair(InetSocketAddress from, InetSocketAddress to) {}
}
