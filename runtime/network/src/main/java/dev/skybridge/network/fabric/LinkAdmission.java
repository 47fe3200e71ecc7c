package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Boundary;
import dev.skybridge.network.Flow;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.Topology;
import io.netty.channel.socket.SocketChannel;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets in only what this fabric opened and all gates on its way still allow: the network may have
 * changed since they were asked. A connection of another process is dropped, and a trace says so.
 */
final class LinkAdmission implements Admission {
  private final String place;
  private final Links links;
  private final Supplier<Topology> topology;
  private final TraceLog traces;

  /**
   * @param place where it listens, for people: {@code 192.168.2.10:443}
   */
  LinkAdmission(String place, Links links, Supplier<Topology> topology, TraceLog traces) {
    this.place = requireNonNull(place);
    this.links = requireNonNull(links);
    this.topology = requireNonNull(topology);
    this.traces = requireNonNull(traces);
  }

  @Override
  public Optional<Guest> admit(SocketChannel channel) {
    InetSocketAddress from = channel.remoteAddress();
    Optional<Link> link = links.find(from, channel.localAddress());
    if (link.isEmpty()) {
      drop(
          Verdict.refuse(
              place,
              "connections of the VPC only",
              "a process outside the VPC connected straight to the machine's own address"));
      return Optional.empty();
    }
    Flow flow = link.get().flow();
    for (Boundary boundary : new Reachability(topology.get()).boundaries(flow)) {
      Verdict verdict = boundary.decision().decide(flow);
      if (!verdict.allowed()) {
        drop(verdict);
        return Optional.empty();
      }
    }
    return link.map(found -> new LinkGuest(found, place, traces));
  }

  private void drop(Verdict verdict) {
    Trace trace = Traces.connection("connection to " + place);
    trace.add(new Step("accept", place, verdict, 0));
    trace.end("dropped");
    traces.add(trace);
  }
}
