package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Boundary.Kind;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The gates between two network interfaces; {@link #boundaries} has them in the order in which a
 * packet meets them. Pure: whoever sends and whoever only wants to know ask the same gates.
 */
public final class Reachability {
  private final Topology topology;

  public Reachability(Topology topology) {
    this.topology = requireNonNull(topology);
  }

  /**
   * Asks the gates that a connection meets, in the order of {@link #boundaries}, until one refuses.
   * Each gate asked becomes a step of {@code trace}.
   *
   * @return the refusal; empty if the connection may open
   */
  public Optional<Verdict.Refused> ask(Flow flow, Trace trace) {
    for (Boundary boundary : boundaries(flow)) {
      if (trace.ask(boundary.gate(), boundary.place(), boundary.decision(), flow)
          instanceof Verdict.Refused refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }

  /**
   * The gates of a connection, in order: {@code security group egress}, {@code network ACL egress},
   * {@code route}, {@code network ACL ingress}, {@code security group ingress}. Network ACLs stand
   * between subnets, so within one there are none. What is not in the VPC has no ingress here: the
   * service behind a gateway endpoint has gates of its own.
   */
  public List<Boundary> boundaries(Flow flow) {
    List<Boundary> boundaries = new ArrayList<>();
    String source = flow.interfaceId();
    boundaries.add(new Boundary(Kind.SECURITY_GROUP, Direction.EGRESS, source, this::egress));
    if (crosses(flow)) {
      acl(source)
          .ifPresent(acl ->
              boundaries.add(
                  new Boundary(Kind.NETWORK_ACL, Direction.EGRESS, acl.id(), this::aclEgress)));
    }
    boundaries.add(new Boundary(Kind.ROUTE, Direction.EGRESS, source, this::route));
    if (flow.destination() instanceof Flow.Destination.Address(Ipv4 address)) {
      Optional<NetworkInterface> target = target(flow);
      if (target.isPresent() && crosses(flow)) {
        acl(target.get().id())
            .ifPresent(acl ->
                boundaries.add(
                    new Boundary(Kind.NETWORK_ACL, Direction.INGRESS, acl.id(), this::aclIngress)));
      }
      String place = target.map(NetworkInterface::id).orElse(address.toString());
      boundaries.add(new Boundary(Kind.SECURITY_GROUP, Direction.INGRESS, place, this::ingress));
    }
    return boundaries;
  }

  /**
   * Whether the network ACL of the opening interface's subnet lets the connection out and its
   * replies in.
   */
  public Verdict aclEgress(Flow flow) {
    return topology
        .networkInterface(flow.interfaceId())
        .map(card -> border(flow, card, card, Direction.EGRESS, peers(flow.destination())))
        .orElseGet(() -> unknown(flow));
  }

  /**
   * Whether the network ACL of the destination's subnet lets the connection in and its replies out.
   */
  public Verdict aclIngress(Flow flow) {
    Optional<NetworkInterface> source = topology.networkInterface(flow.interfaceId());
    Optional<NetworkInterface> target = target(flow);
    if (source.isEmpty()) {
      return unknown(flow);
    }
    return target
        .map(card ->
            border(
                flow,
                source.get(),
                card,
                Direction.INGRESS,
                List.of(Cidr.only(source.get().address()))))
        .orElseGet(() -> nobody(flow));
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
    return target(flow)
        .map(card -> new GroupRules(topology, card, Direction.INGRESS).decide(flow))
        .orElseGet(() -> nobody(flow));
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

  /** Whether the two ends are in different subnets. */
  private boolean crosses(Flow flow) {
    Optional<String> from =
        topology.networkInterface(flow.interfaceId()).map(NetworkInterface::subnetId);
    return from.isPresent() && !from.equals(target(flow).map(NetworkInterface::subnetId));
  }

  private Optional<NetworkAcl> acl(String interfaceId) {
    return topology
        .networkInterface(interfaceId)
        .flatMap(card -> topology.subnet(card.subnetId()))
        .flatMap(topology::networkAcl);
  }

  /** Asks at the border of the subnet of {@code card}; {@code source} opens the connection. */
  private Verdict border(
      Flow flow, NetworkInterface source, NetworkInterface card, Direction way, List<Cidr> peers) {
    return acl(card.id())
        .map(acl ->
            new Borders(acl, card.subnetId(), way)
                .decide(flow.port(), source.ephemeralPorts(), peers))
        .orElseGet(() ->
            Verdict.refuse(
                card.subnetId(),
                "no network ACL",
                "the subnet " + card.subnetId() + " does not exist"));
  }

  private List<Cidr> peers(Flow.Destination destination) {
    return switch (destination) {
      case Flow.Destination.Address(Ipv4 address) -> List.of(Cidr.only(address));
      case Flow.Destination.Listed(String id) ->
          topology.prefixList(id).map(PrefixList::cidrs).orElse(List.of());
    };
  }

  private static Verdict nobody(Flow flow) {
    return Verdict.refuse(
        flow.destination().toString(),
        "no network interface",
        "no network interface of the VPC has the address " + flow.destination());
  }

  private static Verdict unknown(Flow flow) {
    return Verdict.refuse(
        flow.interfaceId(),
        "no network interface",
        "the network interface " + flow.interfaceId() + " does not exist");
  }
}
