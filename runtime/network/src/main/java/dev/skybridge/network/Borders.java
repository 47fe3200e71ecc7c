package dev.skybridge.network;

import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.List;

/**
 * The network ACL of one subnet, asked about a connection that crosses the subnet's border: the
 * packets that open it one way, and the replies the other way. An ACL knows no connections, so the
 * replies must pass at every port from which the opening side may have opened it.
 */
final class Borders {
  private final NetworkAcl acl;
  private final String subnetId;
  private final Direction direction;

  /**
   * @param direction the way of the opening packets: out of the subnet or into it
   */
  Borders(NetworkAcl acl, String subnetId, Direction direction) {
    this.acl = acl;
    this.subnetId = subnetId;
    this.direction = direction;
  }

  /**
   * @param port the port connected to
   * @param replies the ports that replies go to
   * @param peers the addresses outside the subnet
   */
  Verdict decide(int port, PortRange replies, List<Cidr> peers) {
    Direction back = direction.other();
    AclRules.Outcome there = new AclRules(acl, direction).decide(PortRange.only(port), peers);
    AclRules.Outcome answer = new AclRules(acl, back).decide(replies, peers);
    return switch (there) {
      case AclRules.Outcome.Drops drops -> refused(drops, direction, "");
      case AclRules.Outcome.Passes passes ->
          switch (answer) {
            case AclRules.Outcome.Drops drops ->
                refused(
                    drops,
                    back,
                    "; the replies go to the ports %s, and a network ACL does not know them as such"
                        .formatted(replies));
            case AclRules.Outcome.Passes replying ->
                Verdict.allow(acl.id(), passes.rules() + "; replies: " + replying.rules());
          };
    };
  }

  /** A rule that denies was written to do so; where none allows, one may be missing. */
  private Verdict refused(AclRules.Outcome.Drops drops, Direction way, String hint) {
    boolean in = way == Direction.INGRESS;
    String peer =
        drops.peer().prefix() == 32 ? drops.peer().base().toString() : drops.peer().toString();
    String packets =
        "tcp %s %s %s %s %s"
            .formatted(drops.ports(), in ? "into" : "out of", subnetId, in ? "from" : "to", peer);
    String number = drops.by().map(by -> Integer.toString(by.number())).orElse("*");
    String reason = "rule %s of %s drops %s%s".formatted(number, acl.id(), packets, hint);
    return drops
        .by()
        .map(by -> Verdict.deny(new Rule(acl.id(), by.toString()), reason))
        .orElseGet(() ->
            Verdict.refuse(
                acl.id(),
                "* " + (in ? "ingress" : "egress") + " deny all",
                reason,
                "add a rule to " + acl.id() + " that allows " + packets));
  }
}
