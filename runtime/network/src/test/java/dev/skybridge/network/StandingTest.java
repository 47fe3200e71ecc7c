package dev.skybridge.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A connection from eni-client to eni-server that stands while the network changes. */
class StandingTest {
  private static final Flow FLOW = Flow.to("eni-client", Ipv4.parse("192.168.2.10"), 443);
  private static final Rule FROM_CLIENT =
      rule(Direction.INGRESS, "tcp", 443, 443, new Place.Block(Cidr.parse("192.168.1.0/24")));
  private static final Rule FROM_ANYBODY =
      rule(Direction.INGRESS, "tcp", 443, 443, new Place.Block(Cidr.ANYWHERE));
  private static final Rule TO_ANYBODY =
      rule(Direction.EGRESS, "-1", -1, -1, new Place.Block(Cidr.ANYWHERE));

  @Test
  void aTrackedConnectionOutlivesTheRuleThatLetItIn() {
    assertThat(end(server(FROM_CLIENT, TO_ANYBODY), server(TO_ANYBODY))).isEmpty();
    assertThat(end(server(FROM_ANYBODY), server())).isEmpty();
  }

  @Test
  void anUntrackedConnectionEndsWithTheRuleThatLetItIn() {
    Step step = end(server(FROM_ANYBODY, TO_ANYBODY), server(TO_ANYBODY)).orElseThrow();
    assertThat(step.gate()).isEqualTo("security group ingress");
    assertThat(step.verdict().rule()).hasToString("sg-server: no ingress rule");
    assertThat(end(server(FROM_ANYBODY, TO_ANYBODY), server(FROM_CLIENT, TO_ANYBODY))).isEmpty();
  }

  @Test
  void anUntrackedConnectionEndsWithTheRuleThatLetsItsAnswersOut() {
    Step step = end(server(FROM_ANYBODY, TO_ANYBODY), server(FROM_ANYBODY)).orElseThrow();
    assertThat(step.verdict().rule()).hasToString("eni-server: no rule for the answers");
  }

  @Test
  void whatIsAlwaysTrackedLivesOn() {
    Topology before = topology(true, List.of(FROM_ANYBODY, TO_ANYBODY), Optional.empty());
    assertThat(
            new Standing(before, topology(true, List.of(), Optional.empty()))
                .end(FLOW, "eni-server"))
        .isEmpty();
  }

  @Test
  void aNetworkAclThatBlocksEitherWayEndsWhateverIsTracked() {
    Topology before = server(FROM_CLIENT);
    NetworkAcl closed = new NetworkAcl("acl-1", "vpc-1", true, Set.of(), List.of());
    Topology now = topology(false, List.of(FROM_CLIENT), Optional.of(closed));
    Step step = new Standing(before, now).end(FLOW, "eni-server").orElseThrow();
    assertThat(step.gate()).isEqualTo("network ACL egress");
    assertThat(step.place()).isEqualTo("acl-1");
  }

  @Test
  void anInterfaceThatGoesEndsItsConnections() {
    Step step = end(server(FROM_CLIENT), Topology.EMPTY).orElseThrow();
    assertThat(step.gate()).isEqualTo("network interface");
    assertThat(step.place()).isEqualTo("eni-client");
  }

  private static Optional<Step> end(Topology before, Topology now) {
    return new Standing(before, now).end(FLOW, "eni-server");
  }

  private static Topology server(Rule... rules) {
    return topology(false, List.of(rules), Optional.empty());
  }

  private static Topology topology(boolean tracked, List<Rule> rules, Optional<NetworkAcl> acl) {
    NetworkInterface server = card("server", 2, "192.168.2.10");
    return new Topology(
        List.of(new Vpc("vpc-1", 7, List.of(Cidr.parse("192.168.0.0/16")), true)),
        List.of(
            new Subnet("subnet-1", "vpc-1", Cidr.parse("192.168.1.0/24")),
            new Subnet("subnet-2", "vpc-1", Cidr.parse("192.168.2.0/24"))),
        List.of(),
        List.of(
            new SecurityGroup("sg-client", "vpc-1", List.of(TO_ANYBODY)),
            new SecurityGroup("sg-server", "vpc-1", rules)),
        List.of(card("client", 1, "192.168.1.5"), tracked ? server.tracked() : server),
        List.of(),
        acl.stream().toList());
  }

  private static Rule rule(Direction direction, String protocol, int from, int to, Place peer) {
    return new Rule("sgr-1", direction, protocol, from, to, peer);
  }

  private static NetworkInterface card(String name, int subnet, String address) {
    return new NetworkInterface(
        "eni-" + name,
        "vpc-1",
        "subnet-" + subnet,
        Ipv4.parse(address),
        List.of("sg-" + name),
        name);
  }
}
