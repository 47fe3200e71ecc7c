package dev.skybridge.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Verdict;
import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client in subnet-1 (192.168.1.5, Linux) and a server in subnet-2 (192.168.2.10). */
class NetworkAclTest {
  private static final Flow FLOW = Flow.to("eni-client", Ipv4.parse("192.168.2.10"), 443);
  private static final Flow TO_LIST = Flow.toPrefixList("eni-client", "pl-table", 443);

  @Test
  void theDefaultAclLetsAllPassAndTheVerdictNamesBothWays() {
    Verdict verdict = reachability(open("acl-1")).aclEgress(FLOW);
    assertThat(verdict)
        .isEqualTo(
            Verdict.allow(
                "acl-1",
                "100 egress allow all to 0.0.0.0/0; replies: 100 ingress allow all from 0.0.0.0/0"));
  }

  @Test
  void anAclWithoutRulesDropsAll() {
    dropped(
        reachability(acl("acl-1")).aclEgress(FLOW),
        "acl-1",
        "* egress deny all",
        "rule * of acl-1 drops tcp 443 out of subnet-1 to 192.168.2.10");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          the lowest number decides         | 100 deny tcp 443 192.168.2.0/24; 200 allow -1 0 0.0.0.0/0   | 100
          whatever the order of writing     | 200 allow -1 0 0.0.0.0/0; 100 deny tcp 443 192.168.2.0/24   | 100
          an allow below the deny wins      | 90 allow tcp 443 192.168.2.0/24; 100 deny -1 0 0.0.0.0/0    | passes
          another port is another matter    | 100 deny tcp 444 0.0.0.0/0; 200 allow -1 0 0.0.0.0/0        | passes
          another block too                 | 100 deny tcp 443 192.168.3.0/24; 200 allow -1 0 0.0.0.0/0   | passes
          udp is another protocol           | 100 deny udp 443 0.0.0.0/0; 200 allow -1 0 0.0.0.0/0        | passes
          an allow of udp lets no tcp pass  | 100 allow udp 443 0.0.0.0/0                                 | *
          6 is tcp                          | 100 allow 6 443 0.0.0.0/0                                   | passes
          nothing about it                  | 100 allow tcp 80 0.0.0.0/0                                  | *
          """)
  void theFirstRuleAboutAPacketDecides(String fact, String egress, String expected) {
    NetworkAcl acl = acl("acl-1", rules(Direction.EGRESS, egress), allow(Direction.INGRESS));
    Verdict verdict = reachability(acl).aclEgress(FLOW);
    switch (verdict) {
      case Verdict.Allowed _ -> assertThat(expected).as(fact).isEqualTo("passes");
      case Verdict.Refused refused -> {
        assertThat(refused.rule().text()).as(fact).startsWith(expected + " egress deny");
        assertThat(refused.deliberate()).as(fact).isNotEqualTo(expected.equals("*"));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "32768, 60999, passes",
    "1024, 65535, passes",
    "32768, 50000, drops tcp 50001-60999 into subnet-1 from 192.168.2.10",
    "40000, 65535, drops tcp 32768-39999 into subnet-1 from 192.168.2.10",
    "443, 443, drops tcp 32768-60999 into subnet-1 from 192.168.2.10"
  })
  void repliesMustComeBackAtEveryEphemeralPort(int from, int to, String expected) {
    Rule replies =
        new Rule(100, Direction.INGRESS, Action.ALLOW, "tcp", new PortRange(from, to), all());
    Verdict verdict =
        reachability(acl("acl-1", allow(Direction.EGRESS), List.of(replies))).aclEgress(FLOW);
    if (expected.equals("passes")) {
      assertThat(verdict.allowed()).isTrue();
    } else {
      dropped(
          verdict,
          "acl-1",
          "* ingress deny all",
          "rule * of acl-1 "
              + expected
              + "; the replies go to the ports 32768-60999, and a network ACL does not know"
              + " them as such");
    }
  }

  @Test
  void aDenyOfOneEphemeralPortIsEnoughToDropReplies() {
    Rule one = new Rule(10, Direction.INGRESS, Action.DENY, "tcp", PortRange.only(50_000), all());
    List<Rule> both = Stream.concat(Stream.of(one), allow(Direction.INGRESS).stream()).toList();
    NetworkAcl acl = acl("acl-1", allow(Direction.EGRESS), both);
    assertThat(reachability(acl).aclEgress(FLOW).rule().text())
        .isEqualTo("10 ingress deny tcp 50000 from 0.0.0.0/0");
  }

  @Test
  void severalRulesTogetherMayLetRepliesPass() {
    List<Rule> parts =
        List.of(
            new Rule(1, Direction.INGRESS, Action.ALLOW, "tcp", new PortRange(1024, 40_000), all()),
            new Rule(
                2, Direction.INGRESS, Action.ALLOW, "tcp", new PortRange(40_001, 65_535), all()));
    assertThat(reachability(acl("acl-1", allow(Direction.EGRESS), parts)).aclEgress(FLOW).rule())
        .hasToString(
            "acl-1: 100 egress allow all to 0.0.0.0/0; replies: 1 ingress allow tcp 1024-40000 from"
                + " 0.0.0.0/0, 2 ingress allow tcp 40001-65535 from 0.0.0.0/0");
  }

  @Test
  void theOtherSubnetsAclJudgesTheSamePacketsFromItsSide() {
    NetworkAcl in =
        new NetworkAcl(
            "acl-2",
            "vpc-1",
            false,
            Set.of("subnet-2"),
            List.of(
                new Rule(
                    1,
                    Direction.INGRESS,
                    Action.ALLOW,
                    "tcp",
                    PortRange.only(443),
                    Cidr.parse("192.168.1.5/32"))));
    dropped(
        reachability(open("acl-1"), in).aclIngress(FLOW),
        "acl-2",
        "* egress deny all",
        "rule * of acl-2 drops tcp 32768-60999 out of subnet-2 to 192.168.1.5; the replies"
            + " go to the ports 32768-60999, and a network ACL does not know them as such");
    assertThat(gates(reachability(open("acl-1"), in), FLOW))
        .containsExactly(
            "security group egress eni-client",
            "network ACL egress acl-1",
            "route eni-client",
            "network ACL ingress acl-2",
            "security group ingress eni-server");
  }

  @Test
  void withinASubnetNoAclIsAsked() {
    Flow near = Flow.to("eni-client", Ipv4.parse("192.168.1.6"), 443);
    assertThat(gates(reachability(acl("acl-1")), near))
        .containsExactly(
            "security group egress eni-client",
            "route eni-client",
            "security group ingress eni-neighbour");
  }

  @Test
  void whatIsBehindAGatewayEndpointIsAcrossTheBorder() {
    assertThat(gates(reachability(open("acl-1")), TO_LIST))
        .containsExactly(
            "security group egress eni-client", "network ACL egress acl-1", "route eni-client");
    assertThat(reachability(open("acl-1")).aclEgress(TO_LIST).allowed()).isTrue();
    List<Rule> oneOfTwo = rules(Direction.EGRESS, "100 allow tcp 443 52.94.17.0/24");
    dropped(
        reachability(acl("acl-1", oneOfTwo, allow(Direction.INGRESS))).aclEgress(TO_LIST),
        "acl-1",
        "* egress deny all",
        "rule * of acl-1 drops tcp 443 out of subnet-1 to 52.119.188.0/22");
    List<Rule> partly =
        rules(Direction.EGRESS, "50 deny tcp 443 52.119.188.7/32; 100 allow -1 0 0.0.0.0/0");
    assertThat(
            reachability(acl("acl-1", partly, allow(Direction.INGRESS)))
                .aclEgress(TO_LIST)
                .rule()
                .text())
        .isEqualTo("50 egress deny tcp 443 to 52.119.188.7/32");
  }

  @Test
  void numbersAreLimited() {
    assertThatThrownBy(
            () -> new Rule(32_767, Direction.EGRESS, Action.DENY, "-1", PortRange.ALL, all()))
        .hasMessage("number: 32767 (expected: 1-32766)");
    assertThatThrownBy(() -> new PortRange(5, 4))
        .hasMessage("ports: 5-4 (expected: two of 0-65535 in order)");
  }

  private static void dropped(Verdict verdict, String owner, String rule, String reason) {
    assertThat(verdict.rule()).hasToString(owner + ": " + rule);
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.deliberate()).isFalse();
              assertThat(refused.remedy())
                  .startsWith("add a rule to " + owner + " that allows tcp ");
            });
  }

  private static List<String> gates(Reachability reachability, Flow flow) {
    return reachability.boundaries(flow).stream()
        .map(boundary -> boundary.gate() + " " + boundary.place())
        .toList();
  }

  private static Cidr all() {
    return Cidr.ANYWHERE;
  }

  private static List<Rule> allow(Direction direction) {
    return List.of(new Rule(100, direction, Action.ALLOW, "-1", PortRange.ALL, all()));
  }

  /** Reads {@code number action protocol port block; ...}. */
  private static List<Rule> rules(Direction direction, String text) {
    return List.of(text.split("; ", -1)).stream()
        .map(rule -> {
          String[] words = rule.strip().split(" ", -1);
          return new Rule(
              Integer.parseInt(words[0]),
              direction,
              words[1].equals("allow") ? Action.ALLOW : Action.DENY,
              words[2],
              PortRange.only(Integer.parseInt(words[3])),
              Cidr.parse(words[4]));
        })
        .toList();
  }

  private static NetworkAcl open(String id) {
    return acl(id, allow(Direction.EGRESS), allow(Direction.INGRESS));
  }

  private static NetworkAcl acl(String id) {
    return acl(id, List.of(), List.of());
  }

  private static NetworkAcl acl(String id, List<Rule> some, List<Rule> others) {
    List<Rule> rules = Stream.concat(some.stream(), others.stream()).toList();
    return new NetworkAcl(id, "vpc-1", true, Set.of(), rules);
  }

  private static Reachability reachability(NetworkAcl... acls) {
    return new Reachability(
        new Topology(
            List.of(new Vpc("vpc-1", 7, List.of(Cidr.parse("192.168.0.0/16")), true)),
            List.of(
                new Subnet("subnet-1", "vpc-1", Cidr.parse("192.168.1.0/24")),
                new Subnet("subnet-2", "vpc-1", Cidr.parse("192.168.2.0/24"))),
            List.of(),
            List.of(),
            List.of(
                card("client", 1, "192.168.1.5").opensFrom(PortRange.LINUX),
                card("neighbour", 1, "192.168.1.6"),
                card("server", 2, "192.168.2.10")),
            List.of(
                new PrefixList(
                    "pl-table",
                    "com.amazonaws.eu-central-1.dynamodb",
                    List.of(Cidr.parse("52.94.17.0/24"), Cidr.parse("52.119.188.0/22")))),
            List.of(acls)));
  }

  private static NetworkInterface card(String name, int subnet, String address) {
    return new NetworkInterface(
        "eni-" + name, "vpc-1", "subnet-" + subnet, Ipv4.parse(address), List.of(), name);
  }
}
