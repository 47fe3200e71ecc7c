package dev.skybridge.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.NearMiss;
import dev.skybridge.gate.Rule;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Route.Target;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachabilityTest {
  private static final Ipv4 BALANCER = Ipv4.parse("192.168.2.10");

  private final Reachability reachability = new Reachability(topology());

  @Test
  void aRuleThatNamesTheGroupOfTheOtherSideLetsIn() {
    Flow flow = Flow.to("eni-client", BALANCER, 443);
    assertThat(reachability.egress(flow))
        .isEqualTo(Verdict.allow("sg-client", "sgr-1 egress all to 0.0.0.0/0"));
    assertThat(reachability.route(flow))
        .isEqualTo(Verdict.allow("rtb-main", "192.168.0.0/16 -> local"));
    assertThat(reachability.ingress(flow))
        .isEqualTo(Verdict.allow("sg-balancer", "sgr-2 ingress tcp 443 from sg-client"));
  }

  @Test
  void anotherPortIsRefusedWithTheNearestRule() {
    assertThat(reachability.ingress(Flow.to("eni-client", BALANCER, 80)))
        .isEqualTo(
            new Verdict.Refused(
                new Rule("sg-balancer", "no ingress rule"),
                "no rule of sg-balancer allows tcp 80 in from 192.168.1.5 (sg-client); "
                    + "nearest: sgr-2 ingress tcp 443 from sg-client (another port)",
                false,
                List.of(
                    new NearMiss(
                        new Rule("sg-balancer", "sgr-2 ingress tcp 443 from sg-client"),
                        "port",
                        "sgr-2 ingress tcp 443 from sg-client",
                        "tcp 80",
                        0)),
                "add to sg-balancer an ingress rule: tcp 80 from 192.168.1.5 (sg-client)"));
  }

  @Test
  void anotherPeerIsRefusedWithTheNearestRule() {
    assertThat(reachability.ingress(Flow.to("eni-function", BALANCER, 443)))
        .isEqualTo(
            new Verdict.Refused(
                new Rule("sg-balancer", "no ingress rule"),
                "no rule of sg-balancer allows tcp 443 in from 192.168.3.7 (sg-function); "
                    + "nearest: sgr-2 ingress tcp 443 from sg-client (another peer)",
                false,
                List.of(
                    new NearMiss(
                        new Rule("sg-balancer", "sgr-2 ingress tcp 443 from sg-client"),
                        "peer",
                        "sg-client",
                        "192.168.3.7 (sg-function)",
                        0)),
                "add to sg-balancer an ingress rule: tcp 443 from 192.168.3.7 (sg-function)"));
  }

  @Test
  void egressIsRefusedWhereNoRuleLetsOut() {
    assertThat(reachability.egress(Flow.to("eni-function", BALANCER, 443)).allowed()).isFalse();
    assertThat(reachability.egress(Flow.toPrefixList("eni-function", "pl-dynamodb", 443)))
        .isEqualTo(Verdict.allow("sg-function", "sgr-3 egress tcp 443 to pl-dynamodb"));
    assertThat(reachability.egress(Flow.to("eni-function", Ipv4.parse("3.218.182.9"), 443)))
        .isEqualTo(Verdict.allow("sg-function", "sgr-3 egress tcp 443 to pl-dynamodb"));
  }

  @Test
  void aPrefixListIsRoutedToItsGatewayEndpointFromItsOwnSubnetOnly() {
    Flow from = Flow.toPrefixList("eni-function", "pl-dynamodb", 443);
    assertThat(reachability.route(from))
        .isEqualTo(Verdict.allow("rtb-function", "pl-dynamodb -> vpce-dynamodb"));
    assertThat(reachability.gatewayEndpoint("eni-function", "pl-dynamodb"))
        .contains("vpce-dynamodb");
    assertThat(reachability.gatewayEndpoint("eni-client", "pl-dynamodb")).isEmpty();
    assertThat(reachability.route(Flow.toPrefixList("eni-client", "pl-dynamodb", 443)))
        .isEqualTo(
            Verdict.refuse(
                "rtb-main",
                "0.0.0.0/0 -> igw-1",
                "nothing outside the VPC is reachable here, through igw-1 neither"));
  }

  @Test
  void theInternetIsNotReachableAndTheReasonSaysHow() {
    Ipv4 internet = Ipv4.parse("93.184.216.34");
    assertThat(reachability.route(Flow.to("eni-function", internet, 443)))
        .isEqualTo(
            Verdict.refuse(
                "rtb-function",
                "no route",
                "the routes of subnet subnet-3 do not lead to 93.184.216.34",
                "add a route to 93.184.216.34 to the route table rtb-function"));
    assertThat(reachability.route(Flow.to("eni-client", internet, 443)).rule().text())
        .isEqualTo("0.0.0.0/0 -> igw-1");
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    assertThat(reachability.egress(Flow.to("eni-gone", BALANCER, 443)))
        .isEqualTo(
            Verdict.refuse(
                "eni-gone",
                "no network interface",
                "the network interface eni-gone does not exist"));
    assertThat(reachability.ingress(Flow.to("eni-client", Ipv4.parse("192.168.9.9"), 443)))
        .isEqualTo(
            Verdict.refuse(
                "192.168.9.9",
                "no network interface",
                "no network interface of the VPC has the address 192.168.9.9"));
  }

  @Test
  void anInterfaceHasALoopbackAddressOfItsVpc() {
    Topology topology = topology();
    NetworkInterface card = topology.networkInterface("eni-balancer").orElseThrow();
    assertThat(topology.loopback(card)).contains(Ipv4.parse("127.7.2.10"));
    assertThat(topology.at("vpc-1", BALANCER)).contains(card);
    assertThat(topology.at("vpc-2", BALANCER)).isEmpty();
  }

  private static Topology topology() {
    Vpc vpc = new Vpc("vpc-1", 7, List.of(Cidr.parse("192.168.0.0/16")), true);
    Place anywhere = new Place.Block(Cidr.ANYWHERE);
    return new Topology(
        List.of(vpc),
        List.of(subnet(1), subnet(2), subnet(3)),
        List.of(
            new RouteTable(
                "rtb-main",
                "vpc-1",
                true,
                Set.of(),
                List.of(new Route(anywhere, new Target.InternetGateway("igw-1")))),
            new RouteTable(
                "rtb-function",
                "vpc-1",
                false,
                Set.of("subnet-3"),
                List.of(
                    new Route(
                        new Place.Listed("pl-dynamodb"),
                        new Target.GatewayEndpoint("vpce-dynamodb"))))),
        List.of(
            group("client", rule("sgr-1", Direction.EGRESS, "-1", 0, anywhere)),
            group(
                "balancer",
                rule("sgr-2", Direction.INGRESS, "tcp", 443, new Place.Member("sg-client"))),
            group(
                "function",
                rule("sgr-3", Direction.EGRESS, "tcp", 443, new Place.Listed("pl-dynamodb")))),
        List.of(
            card("client", 1, "192.168.1.5"),
            card("balancer", 2, BALANCER.toString()),
            card("function", 3, "192.168.3.7")),
        List.of(
            new PrefixList(
                "pl-dynamodb",
                "com.amazonaws.eu-central-1.dynamodb",
                List.of(Cidr.parse("3.218.182.0/24")))));
  }

  private static Subnet subnet(int number) {
    return new Subnet("subnet-" + number, "vpc-1", Cidr.parse("192.168." + number + ".0/24"));
  }

  private static SecurityGroup group(String name, SecurityGroup.Rule rule) {
    return new SecurityGroup("sg-" + name, "vpc-1", List.of(rule));
  }

  private static SecurityGroup.Rule rule(
      String id, Direction direction, String protocol, int port, Place peer) {
    return new SecurityGroup.Rule(id, direction, protocol, port, port, peer);
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
