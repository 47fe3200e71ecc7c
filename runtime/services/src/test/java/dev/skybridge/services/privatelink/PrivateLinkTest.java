package dev.skybridge.services.privatelink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Place;
import dev.skybridge.network.RouteTable;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.Subnet;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.network.dns.Zone;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrivateLinkTest {
  private static final Scope SCOPE =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final String ID = "vpce-0a1b2c3d4e5f60718";
  private static final Ipv4 ADDRESS = Ipv4.parse("192.168.2.10");
  private static final TlsIdentity IDENTITY =
      RsaCertificate.of("*.execute-api.eu-central-1.amazonaws.com");

  private final Fabric fabric = new Fabric(new TraceLog(10));
  private final List<String> certificates = new CopyOnWriteArrayList<>();
  private final List<EndpointFacts> facts = new CopyOnWriteArrayList<>();
  private final List<Peer> peers = new CopyOnWriteArrayList<>();
  private final PrivateLink privateLink =
      new PrivateLink(
          fabric,
          (region, name) -> {
            certificates.add(name);
            return IDENTITY;
          },
          new FrontDoor() {
            @Override
            public HttpResponse handle(EndpointFacts endpoint, HttpRequest request) {
              facts.add(endpoint);
              peers.add(request.peer());
              return HttpResponse.of(200, "OK", Headers.NONE, "front door");
            }

            @Override
            public HttpResponse refused(EndpointFacts endpoint, RefusedRequest refused) {
              facts.add(endpoint);
              return HttpResponse.of(413, "", Headers.NONE, refused.kind().name());
            }
          });

  @AfterEach
  void close() {
    privateLink.close();
    fabric.close();
  }

  private static Topology topology() {
    Place anywhere = new Place.Block(Cidr.ANYWHERE);
    return new Topology(
        List.of(new Vpc("vpc-1", 17, List.of(Cidr.parse("192.168.0.0/16")), true)),
        List.of(new Subnet("subnet-1", "vpc-1", Cidr.parse("192.168.2.0/24"))),
        List.of(new RouteTable("rtb-1", "vpc-1", true, Set.of(), List.of())),
        List.of(
            new SecurityGroup(
                "sg-1",
                "vpc-1",
                List.of(
                    new SecurityGroup.Rule("sgr-1", Direction.EGRESS, "-1", 0, 0, anywhere),
                    new SecurityGroup.Rule(
                        "sgr-2", Direction.INGRESS, "tcp", 443, 443, anywhere)))),
        List.of(card("eni-client", "192.168.2.20"), card("eni-endpoint", ADDRESS.toString())),
        List.of());
  }

  private static NetworkInterface card(String id, String address) {
    return new NetworkInterface(id, "vpc-1", "subnet-1", Ipv4.parse(address), List.of("sg-1"), id);
  }

  private static InterfaceEndpoint endpoint(Optional<AttachedPolicy> policy) {
    return endpoint(policy, false);
  }

  private static InterfaceEndpoint endpoint(Optional<AttachedPolicy> policy, boolean privateDns) {
    return new InterfaceEndpoint(
        SCOPE,
        ID,
        "vpc-1",
        "com.amazonaws.eu-central-1.execute-api",
        List.of(
            new InterfaceEndpoint.Attachment("subnet-1", "eu-central-1a", "eni-endpoint", ADDRESS)),
        "abcd1234",
        privateDns,
        policy);
  }

  private HttpResponse send(byte[] body) throws SendFailure, InterruptedException {
    return fabric
        .httpClient("eni-client")
        .send(
            ADDRESS,
            443,
            TlsClient.unverified("beverage.example.com"),
            HttpRequest.outgoing(
                "POST", "/v1/orders", Headers.of("Host", "beverage.example.com"), body),
            Timeouts.each(Duration.ofSeconds(5)),
            new Trace("1-test", 0, System::nanoTime));
  }

  @Test
  void passesTlsThroughToTheFrontDoor() throws Exception {
    fabric.update(topology());
    privateLink.put(endpoint(Optional.empty()));
    privateLink.reconcile();

    assertThat(send(new byte[0]).text()).isEqualTo("front door");
    assertThat(facts)
        .containsExactly(new EndpointFacts(SCOPE.region(), ID, "vpc-1", Optional.empty()));
    assertThat(peers.getFirst().tls())
        .contains(
            new Peer.Tls(
                "TLSv1.2", "ECDHE-RSA-AES128-GCM-SHA256", Optional.of("beverage.example.com")));
    assertThat(certificates)
        .allMatch("*.execute-api.eu-central-1.amazonaws.com"::equals)
        .isNotEmpty();
  }

  @Test
  void anotherPolicyCountsFromTheNextRequestOn() throws Exception {
    fabric.update(topology());
    privateLink.put(endpoint(Optional.empty()));
    privateLink.reconcile();
    AttachedPolicy policy =
        new AttachedPolicy(
            ID,
            "",
            Policy.parse(
                "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Principal\":"
                    + "\"*\",\"Action\":\"*\",\"Resource\":\"*\"}]}"));

    privateLink.put(endpoint(Optional.of(policy)));
    privateLink.reconcile();
    send(new byte[0]);

    assertThat(facts.getFirst().policy()).contains(policy);
    assertThat(privateLink.policy(ID)).contains(policy);
  }

  @Test
  void bodiesOverTenMegabytesReachTheFrontDoorAsRefused() throws Exception {
    fabric.update(topology());
    privateLink.put(endpoint(Optional.empty()));
    privateLink.reconcile();

    assertThat(send(new byte[(10 << 20) + 1]).text()).isEqualTo("BODY_TOO_LARGE");
  }

  @Test
  void waitsForItsNetworkInterfaceAndLeavesNothingBehind() throws Exception {
    privateLink.put(endpoint(Optional.empty()));
    privateLink.reconcile();
    fabric.update(topology());
    privateLink.reconcile();
    assertThat(send(new byte[0]).status()).isEqualTo(200);

    privateLink.remove(SCOPE, ID);
    privateLink.reconcile();
    assertThatThrownBy(() -> send(new byte[0])).isInstanceOf(SendFailure.class);
    assertThat(fabric.names().find(ID + "-abcd1234.execute-api.eu-central-1.vpce.amazonaws.com"))
        .isEmpty();
  }

  @Test
  void publishesARegionalAndAZonalName() {
    privateLink.put(endpoint(Optional.empty()));
    privateLink.reconcile();

    assertThat(endpoint(Optional.empty()).names().keySet())
        .containsExactly(
            ID + "-abcd1234.execute-api.eu-central-1.vpce.amazonaws.com",
            ID + "-abcd1234-eu-central-1a.execute-api.eu-central-1.vpce.amazonaws.com");
    assertThat(fabric.names().find(ID + "-abcd1234.execute-api.eu-central-1.vpce.amazonaws.com"))
        .contains(List.of(ADDRESS));
    assertThat(privateLink.addresses(ID)).containsExactly(ADDRESS);
  }

  @Test
  void privateDnsTakesTheServicesNamesInItsVpcOnlyUntilItIsOff() {
    String api = "abcdefghij.execute-api.eu-central-1.amazonaws.com";
    fabric.update(topology());
    privateLink.put(endpoint(Optional.empty(), true));
    privateLink.reconcile();

    assertThat(fabric.resolver("vpc-1").addresses(api)).containsExactly(ADDRESS);
    assertThat(
            fabric
                .resolver("vpc-1")
                .addresses("abcdefghij-vpce-0ffff.execute-api.eu-central-1.amazonaws.com"))
        .containsExactly(ADDRESS);
    assertThat(fabric.resolver("vpc-1").addresses("execute-api.eu-central-1.amazonaws.com"))
        .containsExactly(ADDRESS);
    assertThat(fabric.resolver("vpc-1").addresses("x.execute-api.eu-west-1.amazonaws.com"))
        .isEmpty();
    assertThat(fabric.resolver("vpc-2").addresses(api)).isEmpty();
    assertThat(privateLink.isPrivateNameTaken(endpoint(Optional.empty(), true))).isFalse();

    privateLink.put(endpoint(Optional.empty(), false));
    privateLink.reconcile();
    assertThat(fabric.resolver("vpc-1").addresses(api)).isEmpty();

    privateLink.put(endpoint(Optional.empty(), true));
    privateLink.reconcile();
    privateLink.remove(SCOPE, ID);
    privateLink.reconcile();
    assertThat(fabric.resolver("vpc-1").addresses(api)).isEmpty();
  }

  @Test
  void aHostedZoneOfTheServicesNameIsInTheWayOfPrivateDns() {
    fabric
        .resolver("vpc-1")
        .zones(List.of(new Zone("Z1", "execute-api.eu-central-1.amazonaws.com", List.of())));

    assertThat(privateLink.isPrivateNameTaken(endpoint(Optional.empty(), true))).isTrue();
  }
}
