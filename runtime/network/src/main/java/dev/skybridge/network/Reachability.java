package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Gate;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.Optional;

/**
 * The gates between two network interfaces, in the order in which a packet meets them: {@link
 * #egress}, {@link #route}, {@link #ingress}. Pure.
 */
public final class Reachability {
  private final Topology topology;

  public Reachability(Topology topology) {
    this.topology = requireNonNull(topology);
  }

  /**
   * Asks the gates that a connection meets, in their order, until one refuses: the opening
   * interface's, and those of the interface that it leads to unless it leaves the VPC for a prefix
   * list. Each gate asked becomes a step of {@code trace}.
   *
   * @return the refusal; empty if the connection may open
   */
  public Optional<Verdict.Refused> ask(Flow flow, Trace trace) {
    String source = flow.interfaceId();
    Optional<Verdict.Refused> leaving =
        ask("security group egress", source, this::egress, flow, trace)
            .or(() -> ask("route", source, this::route, flow, trace));
    return switch (flow.destination()) {
      case Flow.Destination.Listed _ -> leaving;
      case Flow.Destination.Address(Ipv4 address) -> {
        String place = target(flow).map(NetworkInterface::id).orElse(address.toString());
        yield leaving.or(() -> ask("security group ingress", place, this::ingress, flow, trace));
      }
    };
  }

  private static Optional<Verdict.Refused> ask(
      String name, String place, Gate<Flow> gate, Flow flow, Trace trace) {
    return switch (trace.ask(name, place, gate, flow)) {
      case Verdict.Allowed _ -> Optional.empty();
      case Verdict.Refused refused -> Optional.of(refused);
    };
  }

  /** Whether a security group of the opening interface lets the connection out. */
  public Verdict egress(Flow flow) {
    return topology
        .networkInterface(flow.interfaceId())
        .map(card -> new GroupRules(topology, card, Direction.EGRESS).decide(flow))
        .orElseGet(() -> unknown(flow));
  }

  /** Whether the subnet of the opening interface has a route to the destination that carries. */
  public Verdict route(Flow flow) {
    return topology
        .networkInterface(flow.interfaceId())
        .map(card -> new Routes(topology, card).decide(flow.destination()))
        .orElseGet(() -> unknown(flow));
  }

  /**
   * Whether a security group of the destination's interface lets the connection in. Only an address
   * of the opening interface's VPC has such an interface; another destination is refused.
   */
  public Verdict ingress(Flow flow) {
    Optional<NetworkInterface> target = target(flow);
    if (target.isEmpty()) {
      return Verdict.refuse(
          flow.destination().toString(),
          "no network interface",
          "no network interface of the VPC has the address " + flow.destination());
    }
    return new GroupRules(topology, target.get(), Direction.INGRESS).decide(flow);
  }

  /** The gateway endpoint to which the interface's subnet routes the prefix list, if it does. */
  public Optional<String> gatewayEndpoint(String interfaceId, String prefixListId) {
    return topology
        .networkInterface(interfaceId)
        .flatMap(card -> new Routes(topology, card).find(new Flow.Destination.Listed(prefixListId)))
        .map(Route::target)
        .filter(Target.GatewayEndpoint.class::isInstance)
        .map(target -> ((Target.GatewayEndpoint) target).id());
  }

  /** The interface that a flow would reach: in the opening interface's own VPC. */
  public Optional<NetworkInterface> target(Flow flow) {
    if (!(flow.destination() instanceof Flow.Destination.Address(Ipv4 address))) {
      return Optional.empty();
    }
    return topology
        .networkInterface(flow.interfaceId())
        .flatMap(card -> topology.at(card.vpcId(), address));
  }

  private static Verdict unknown(Flow flow) {
    return Verdict.refuse(
        flow.interfaceId(),
        "no network interface",
        "the network interface " + flow.interfaceId() + " does not exist");
  }
}
