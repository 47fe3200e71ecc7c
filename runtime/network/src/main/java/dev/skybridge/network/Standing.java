package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.List;
import java.util.Optional;

/**
 * What a change of the network does to the connections that stand. Security groups let a tracked
 * connection live on whatever their rules say now; an untracked one ends with the rule that let it
 * pass. Network ACLs and routes know no connections: they judge each packet anew. Pure.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html">Security
 *     group connection tracking</a>
 */
public final class Standing {
  private final Topology before;
  private final Topology now;

  /**
   * @param before the network until now, in which the connection stood
   */
  public Standing(Topology before, Topology now) {
    this.before = requireNonNull(before);
    this.now = requireNonNull(now);
  }

  /**
   * The gate that ends a connection; empty if it lives on.
   *
   * @param flow how it was opened
   * @param targetInterfaceId the interface that took it
   */
  public Optional<Step> end(Flow flow, String targetInterfaceId) {
    for (String id : List.of(flow.interfaceId(), targetInterfaceId)) {
      if (now.networkInterface(id).isEmpty()) {
        String reason = "the network interface " + id + " does not exist any more";
        Verdict gone = Verdict.refuse(id, "no network interface", reason);
        return Optional.of(new Step("network interface", id, gone, 0));
      }
    }
    for (Boundary boundary : new Reachability(now).boundaries(flow)) {
      Verdict verdict =
          switch (boundary.kind()) {
            case SECURITY_GROUP -> group(flow, boundary, targetInterfaceId);
            case NETWORK_ACL, ROUTE -> boundary.decision().decide(flow);
          };
      if (!verdict.allowed()) {
        return Optional.of(new Step(boundary.gate(), boundary.place(), verdict, 0));
      }
    }
    return Optional.empty();
  }

  private Verdict group(Flow flow, Boundary boundary, String targetInterfaceId) {
    Direction way = boundary.direction();
    String id = way == Direction.EGRESS ? flow.interfaceId() : targetInterfaceId;
    boolean tracked =
        before
            .networkInterface(id)
            .filter(card -> new GroupRules(before, card, way).untracked(flow))
            .isEmpty();
    if (tracked) {
      return Verdict.allow(boundary.place(), "tracked connection");
    }
    Verdict opening = boundary.decision().decide(flow);
    boolean answers =
        now.networkInterface(id)
            .filter(card -> new GroupRules(now, card, way).answers(flow, replies(flow)))
            .isPresent();
    if (!opening.allowed() || answers) {
      return opening;
    }
    return Verdict.refuse(
        boundary.place(),
        "no rule for the answers",
        "the connection was not tracked, for the rules let everybody pass both ways; now none of "
            + boundary.place()
            + " lets its answers pass");
  }

  private PortRange replies(Flow flow) {
    return now.networkInterface(flow.interfaceId())
        .map(NetworkInterface::ephemeralPorts)
        .orElse(PortRange.HIGH);
  }
}
