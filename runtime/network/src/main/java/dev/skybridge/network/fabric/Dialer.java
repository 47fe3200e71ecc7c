package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.Topology;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the gates between two interfaces, notes their answers, and finds the sockets. */
final class Dialer {
  private final Supplier<Topology> topology;
  private final Listenings listenings;

  Dialer(Supplier<Topology> topology, Listenings listenings) {
    this.topology = requireNonNull(topology);
    this.listenings = requireNonNull(listenings);
  }

  /** Asks whether {@code interfaceId} may connect; {@code trace} gets a step per gate. */
  Way dial(String interfaceId, Ipv4 address, int port, Trace trace) {
    Topology now = topology.get();
    Reachability gates = new Reachability(now);
    Flow flow = Flow.to(interfaceId, address, port);
    Optional<Verdict.Refused> dropped = gates.ask(flow, trace);
    if (dropped.isPresent()) {
      return new Way.Dropped(dropped.get().reason());
    }
    NetworkInterface target = gates.target(flow).orElseThrow();
    NetworkInterface source = now.networkInterface(interfaceId).orElseThrow();
    Optional<InetSocketAddress> listening = listenings.find(target.id(), port);
    if (listening.isEmpty()) {
      String reason = "nothing listens at " + address + ":" + port;
      trace.add(
          new Step("connect", target.id(), Verdict.refuse(target.id(), "no listener", reason), 0));
      return new Way.Refused(reason);
    }
    return new Way.Open(
        flow,
        source.address(),
        address,
        target.id(),
        inet(now.loopback(source).orElseThrow()),
        listening.get());
  }

  /** The Java address of {@code address}. */
  static InetAddress inet(Ipv4 address) {
    try {
      return InetAddress.getByAddress(address.bytes());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}
