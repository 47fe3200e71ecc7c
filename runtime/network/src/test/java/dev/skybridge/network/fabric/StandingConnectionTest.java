package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.NetworkAcl;
import dev.skybridge.network.NetworkAcl.Action;
import dev.skybridge.network.NetworkAcl.Rule;
import dev.skybridge.network.PortRange;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Connections that stand while network ACLs change. */
class StandingConnectionTest {
  /** A dropped connection is given up soon; a handshake may take its time. */
  private static final Timeouts TIMEOUTS =
      new Timeouts(Duration.ofMillis(300), Duration.ofSeconds(10), Duration.ofSeconds(10));

  private final House house = new House();

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void anAclThatDropsRepliesCutsTheConnectionAndRefusesTheNext() throws Exception {
    house.guard(acl(PortRange.HIGH));
    house.serve(request -> House.ok("here"));
    assertThat(send(House.trace()).text()).isEqualTo("here");

    house.guard(acl(PortRange.only(443)));

    Trace cut = house.traces.last().orElseThrow();
    assertThat(cut.request()).isEqualTo("connection 192.168.1.5 to 192.168.2.10:443");
    assertThat(cut.outcome()).isEqualTo("cut");
    assertThat(cut.refusal().orElseThrow().gate()).isEqualTo("network ACL egress");
    Trace refused = House.trace();
    assertThatThrownBy(() -> send(refused))
        .isInstanceOfSatisfying(
            SendFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(SendFailure.Kind.CONNECT_TIMEOUT));
    assertThat(refused.refusal().orElseThrow().verdict().rule().owner()).isEqualTo("acl-1");

    house.guard(acl(PortRange.HIGH));
    assertThat(send(House.trace()).text()).isEqualTo("here");
  }

  @Test
  void aConnectionThroughTheClientsDoorIsCutToo() throws Exception {
    house.guard(acl(PortRange.HIGH));
    house.serve(request -> House.ok("here"));
    Resolver resolver = house.fabric.resolver("vpc-1");
    SocksDoor door = house.fabric.socksDoor(House.CLIENT, 0, resolver, Duration.ofMillis(100));
    try (Socket program = new Socket()) {
      program.connect(door.address());
      program.setSoTimeout(10_000);
      assertThat(SocksClient.connect(program, House.SERVER_ADDRESS, 443)).isZero();

      house.guard(acl(PortRange.only(443)));

      assertThat(ended(program)).isTrue();
    }
  }

  private static boolean ended(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (IOException reset) {
      return true;
    }
  }

  private HttpResponse send(Trace trace) throws SendFailure, InterruptedException {
    return house
        .fabric
        .httpClient(House.CLIENT)
        .send(
            House.SERVER_ADDRESS,
            443,
            TlsClient.unverified("shop.example"),
            House.get("/"),
            TIMEOUTS,
            trace);
  }

  /** Lets everything out, and replies in at some ports. */
  private static NetworkAcl acl(PortRange replies) {
    return new NetworkAcl(
        "acl-1",
        "vpc-1",
        false,
        Set.of("subnet-1"),
        List.of(
            new Rule(1, Direction.EGRESS, Action.ALLOW, "-1", PortRange.ALL, Cidr.ANYWHERE),
            new Rule(1, Direction.INGRESS, Action.ALLOW, "tcp", replies, Cidr.ANYWHERE)));
  }
}
