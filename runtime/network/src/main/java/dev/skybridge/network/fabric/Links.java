package dev.skybridge.network.fabric;

import dev.skybridge.gate.Step;
import dev.skybridge.network.Standing;
import dev.skybridge.network.Topology;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
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

  /** Ends the connections that do not survive a change of the network, and says which and why. */
  List<Ended> retain(Topology before, Topology now) {
    List<Ended> ended = new ArrayList<>();
    for (Link link : links.values()) {
      new Standing(before, now)
          .end(link.flow(), link.targetInterfaceId())
          .ifPresent(step -> {
            link.end();
            ended.add(new Ended(link, step));
          });
    }
    return ended;
  }

  /** A connection that was ended, and the gate that did it. */
  record Ended(Link link, Step by) {}

  private record Pair(InetSocketAddress from, InetSocketAddress to) {}
}
