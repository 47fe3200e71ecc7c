package dev.skybridge.network;

import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of all security groups of one interface, in one direction: any of them allows. */
final class GroupRules {
  private static final Place ANYBODY = new Place.Block(Cidr.ANYWHERE);

  private final Topology topology;
  private final NetworkInterface card;
  private final Direction direction;

  GroupRules(Topology topology, NetworkInterface card, Direction direction) {
    this.topology = topology;
    this.card = card;
    this.direction = direction;
  }

  /** Decides on a connection that leaves {@code card} (egress) or arrives at it (ingress). */
  Verdict decide(Flow flow) {
    List<NearMiss> nearest = new ArrayList<>();
    for (String groupId : card.groupIds()) {
      for (SecurityGroup.Rule rule : rules(groupId)) {
        if (rule.direction() != direction) {
          continue;
        }
        boolean port = rule.covers(flow.port());
        boolean peer = isPeer(rule.peer(), flow);
        if (port && peer) {
          return Verdict.allow(groupId, rule.toString());
        }
        if (port || peer) {
          nearest.add(miss(groupId, rule, flow, port));
        }
      }
    }
    return refused(flow, nearest);
  }

  /**
   * Whether the flow passes without being remembered: a rule lets everybody in (or out) at its
   * port, and one the other way lets all answers pass.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html#untracked-connections">Untracked
   *     connections</a>
   */
  boolean untracked(Flow flow) {
    return !card.alwaysTracked()
        && any(direction, rule -> rule.covers(flow.port()) && rule.peer().equals(ANYBODY))
        && any(
            direction.other(), rule -> rule.covers(PortRange.ALL) && rule.peer().equals(ANYBODY));
  }

  /** Whether a rule of the other direction lets the answers of an untracked flow pass. */
  boolean answers(Flow flow, PortRange ports) {
    return any(direction.other(), rule -> rule.covers(ports) && isPeer(rule.peer(), flow));
  }

  private boolean any(Direction way, Predicate<SecurityGroup.Rule> test) {
    return card.groupIds().stream()
        .flatMap(id -> rules(id).stream())
        .anyMatch(rule -> rule.direction() == way && test.test(rule));
  }

  /** A rule of which only the peer, or only the port, does not fit. */
  private NearMiss miss(String groupId, SecurityGroup.Rule rule, Flow flow, boolean port) {
    Rule near = new Rule(groupId, rule.toString());
    return port
        ? new NearMiss(near, "peer", rule.peer().toString(), peerText(flow), 0)
        : new NearMiss(near, "port", rule.toString(), "tcp " + flow.port(), 0);
  }

  private Verdict refused(Flow flow, List<NearMiss> nearest) {
    boolean in = direction == Direction.INGRESS;
    String groups = card.groupIds().isEmpty() ? card.id() : String.join(", ", card.groupIds());
    String reason =
        "no rule of %s allows tcp %d %s %s"
            .formatted(groups, flow.port(), in ? "in from" : "out to", peerText(flow));
    String hint =
        nearest.stream()
            .findFirst()
            .map(miss -> "; nearest: %s (another %s)".formatted(miss.rule().text(), miss.element()))
            .orElse("");
    String remedy =
        "add to %s an %s rule: tcp %d %s %s"
            .formatted(
                card.groupIds().isEmpty() ? "a group of " + card.id() : card.groupIds().getFirst(),
                in ? "ingress" : "egress",
                flow.port(),
                in ? "from" : "to",
                peerText(flow));
    return new Verdict.Refused(
        new Rule(groups, in ? "no ingress rule" : "no egress rule"),
        reason + hint,
        false,
        nearest,
        remedy);
  }

  private List<SecurityGroup.Rule> rules(String groupId) {
    return topology.group(groupId).map(SecurityGroup::rules).orElse(List.of());
  }

  private boolean isPeer(Place place, Flow flow) {
    return switch (place) {
      case Place.Member(String groupId) ->
          peerCard(flow).filter(peer -> peer.groupIds().contains(groupId)).isPresent();
      case Place.Block(Cidr cidr) -> covers(cidr, flow);
      case Place.Listed(String listId) ->
          flow.destination().equals(new Flow.Destination.Listed(listId))
              || cidrs(listId).stream().anyMatch(cidr -> covers(cidr, flow));
    };
  }

  /** Whether the other side of the flow lies in {@code cidr}, for a prefix list all of it. */
  private boolean covers(Cidr cidr, Flow flow) {
    if (direction == Direction.INGRESS) {
      return peerCard(flow).filter(peer -> cidr.contains(peer.address())).isPresent();
    }
    return switch (flow.destination()) {
      case Flow.Destination.Address(Ipv4 address) -> cidr.contains(address);
      case Flow.Destination.Listed(String listId) -> {
        List<Cidr> listed = cidrs(listId);
        yield !listed.isEmpty() && listed.stream().allMatch(cidr::contains);
      }
    };
  }

  private List<Cidr> cidrs(String listId) {
    return topology.prefixList(listId).map(PrefixList::cidrs).orElse(List.of());
  }

  private Optional<NetworkInterface> peerCard(Flow flow) {
    return direction == Direction.INGRESS
        ? topology.networkInterface(flow.interfaceId())
        : new Reachability(topology).target(flow);
  }

  private String peerText(Flow flow) {
    String address =
        direction == Direction.INGRESS
            ? peerCard(flow).map(peer -> peer.address().toString()).orElse(flow.interfaceId())
            : flow.destination().toString();
    return peerCard(flow)
        .filter(peer -> !peer.groupIds().isEmpty())
        .map(peer -> address + " (" + String.join(", ", peer.groupIds()) + ")")
        .orElse(address);
  }
}
