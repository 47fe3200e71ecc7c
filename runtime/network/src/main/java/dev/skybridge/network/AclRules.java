package dev.skybridge.network;

import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules of one network ACL in one direction. What they are asked about may be several ports and
 * several blocks of addresses at once (the ports that a reply may go to, the blocks of a prefix
 * list): then all of it must pass.
 */
final class AclRules {
  private final NetworkAcl acl;
  private final Direction direction;

  AclRules(NetworkAcl acl, Direction direction) {
    this.acl = acl;
    this.direction = direction;
  }

  /** Packets that no rule has decided on yet. */
  private record Rest(PortRange ports, Cidr peer) {}

  /** What the rules say: the rules that allow, or what is dropped by which. */
  sealed interface Outcome {
    /** All of it passes, by these rules. */
    record Passes(Set<Rule> by) implements Outcome {
      String rules() {
        return String.join(", ", by.stream().map(Rule::toString).toList());
      }
    }

    /**
     * Some or all of it is dropped.
     *
     * @param by the rule that denies; empty for rule {@code *}
     */
    record Drops(Optional<Rule> by, PortRange ports, Cidr peer) implements Outcome {}
  }

  Outcome decide(PortRange ports, List<Cidr> peers) {
    Set<Rule> allowing = new LinkedHashSet<>();
    List<Rest> rests = new ArrayList<>(peers.size());
    peers.forEach(peer -> rests.add(new Rest(ports, peer)));
    for (Rule rule : acl.rules()) {
      Optional<PortRange> about = rule.tcpPorts();
      if (rule.direction() != direction || about.isEmpty()) {
        continue;
      }
      for (Rest rest : List.copyOf(rests)) {
        Optional<PortRange> common = rest.ports().common(about.get());
        if (common.isEmpty() || !rule.peer().overlaps(rest.peer())) {
          continue;
        }
        if (rule.action() == Action.DENY) {
          return new Outcome.Drops(Optional.of(rule), common.get(), rest.peer());
        }
        if (rule.peer().contains(rest.peer())) {
          allowing.add(rule);
          rests.remove(rest);
          rest.ports()
              .without(common.get())
              .forEach(left -> rests.add(new Rest(left, rest.peer())));
        }
      }
      if (rests.isEmpty()) {
        return new Outcome.Passes(allowing);
      }
    }
    return rests.isEmpty()
        ? new Outcome.Passes(allowing)
        : new Outcome.Drops(Optional.empty(), rests.getFirst().ports(), rests.getFirst().peer());
  }
}
