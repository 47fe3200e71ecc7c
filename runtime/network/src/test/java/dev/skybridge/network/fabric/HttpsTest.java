package dev.skybridge.network.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpsTest {
  private static final TlsClient TLS = TlsClient.unverified("shop.example");
  private static final Timeouts SHORT =
      new Timeouts(Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final House house = new House();
  private final HttpClient client = house.fabric.httpClient(House.CLIENT);
  private final List<HttpRequest> seen = new CopyOnWriteArrayList<>();

  @AfterEach
  void close() {
    house.close();
  }

  private HttpResponse send(HttpRequest request, Trace trace)
      throws SendFailure, InterruptedException {
    return client.send(House.SERVER_ADDRESS, 443, TLS, request, SHORT, trace);
  }

  @Test
  void aRequestArrivesAsItWasSent() throws Exception {
    house.serve(request -> {
      seen.add(request);
      return HttpResponse.of(201, "Made", Headers.of("X-One", "a", "x-ONE", "b"), "tea");
    });
    Headers headers = Headers.of("Host", "shop.example", "X-Case", "Ä", "x-b", "1", "X-b", "2");
    Trace trace = House.trace();
    HttpResponse response =
        send(
            HttpRequest.outgoing(
                "POST",
                "/v1/a%2Fb?q=%20",
                headers,
                "body".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            trace);
    assertThat(response.status()).isEqualTo(201);
    assertThat(response.reason()).isEqualTo("Made");
    assertThat(response.text()).isEqualTo("tea");
    assertThat(response.headers())
        .isEqualTo(Headers.of("X-One", "a", "x-ONE", "b", "Content-Length", "3"));
    HttpRequest request = seen.getFirst();
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/v1/a%2Fb?q=%20");
    assertThat(request.version()).isEqualTo(HttpVersion.HTTP_1_1);
    assertThat(request.headers()).isEqualTo(headers.plus("Content-Length", "4"));
    assertThat(request.body()).asString().isEqualTo("body");
    Peer peer = request.peer();
    assertThat(peer.address()).isEqualTo(Ipv4.parse("192.168.1.5"));
    assertThat(peer.interfaceId()).contains(House.CLIENT);
    assertThat(peer.localAddress()).isEqualTo(House.SERVER_ADDRESS);
    assertThat(peer.localPort()).isEqualTo(443);
    assertThat(peer.trace()).containsSame(trace);
    assertThat(peer.opening()).isEmpty();
    assertThat(peer.tls())
        .contains(new Peer.Tls("TLSv1.3", "TLS_AES_128_GCM_SHA256", Optional.of("shop.example")));
  }

  @Test
  void theTraceTellsTheGatesOfAConnectionAndAgainWhenItIsReused() throws Exception {
    house.serve(request -> House.ok("" + request.peer().port()));
    Trace first = House.trace();
    Trace second = House.trace();
    String port = send(House.get("/"), first).text();
    assertThat(send(House.get("/"), second).text()).isEqualTo(port);
    assertThat(first.steps())
        .extracting(Step::gate)
        .containsExactly(
            "security group egress", "route", "security group ingress", "TLS handshake");
    assertThat(first.steps())
        .extracting(step -> step.verdict().rule().toString())
        .containsExactly(
            "sg-client: sgr-out egress all to 0.0.0.0/0",
            "rtb-1: 192.168.0.0/16 -> local",
            "sg-server: sgr-in ingress tcp 443 from sg-client",
            "192.168.2.10:443: TLSv1.3 TLS_AES_128_GCM_SHA256");
    assertThat(second.steps())
        .extracting(Step::gate)
        .containsExactly(
            "security group egress (connection reused)",
            "route (connection reused)",
            "security group ingress (connection reused)",
            "TLS handshake (connection reused)");
  }

  @Test
  void aGateThatRefusesEndsInATimeOutAndTheTraceSaysWhich() {
    house.serve(request -> House.ok(""));
    house.open(80);
    Trace trace = House.trace();
    assertThatThrownBy(() -> send(House.get("/"), trace))
        .isInstanceOfSatisfying(
            SendFailure.class,
            failure -> assertThat(failure.kind()).isEqualTo(SendFailure.Kind.CONNECT_TIMEOUT));
    Step refusal = trace.refusal().orElseThrow();
    assertThat(refusal.gate()).isEqualTo("security group ingress");
    assertThat(refusal.place()).isEqualTo(House.SERVER);
  }

  @Test
  void aChangedGroupDecidesOnTheNextConnectionWhileThisOneLivesOn() throws Exception {
    house.serve(request -> House.ok("still here"));
    send(House.get("/"), House.trace());
    house.shut();
    assertThat(send(House.get("/"), House.trace()).text()).isEqualTo("still here");
    HttpRequest last =
        HttpRequest.outgoing(
            "GET", "/", Headers.of("Host", "shop.example", "Connection", "close"), new byte[0]);
    send(last, House.trace());
    assertThatThrownBy(() -> send(House.get("/"), House.trace())).isInstanceOf(SendFailure.class);
    house.open(443);
    assertThat(send(House.get("/"), House.trace()).text()).isEqualTo("still here");
  }

  @Test
  void nothingListeningIsARefusalAndNobodyThereATimeOut() {
    assertThatThrownBy(() -> send(House.get("/"), House.trace()))
        .isInstanceOf(SendFailure.class)
        .hasMessage("nothing listens at 192.168.2.10:443")
        .extracting(failure -> ((SendFailure) failure).kind())
        .isEqualTo(SendFailure.Kind.REFUSED);
    Ipv4 nobody = Ipv4.parse("192.168.2.11");
    assertThatThrownBy(() -> client.send(nobody, 443, TLS, House.get("/"), SHORT, House.trace()))
        .hasMessage("no network interface of the VPC has the address 192.168.2.11")
        .extracting(failure -> ((SendFailure) failure).kind())
        .isEqualTo(SendFailure.Kind.CONNECT_TIMEOUT);
  }

  @Test
  void anotherProcessStraightAtTheSocketIsDroppedBeforeTlsAndTraced() throws Exception {
    HttpListening listening = house.serve(request -> House.ok(""));
    try (Socket stranger = new Socket()) {
      stranger.setSoTimeout(5_000);
      stranger.connect(listening.loopback());
      assertThatThrownBy(() -> require(stranger.getInputStream().read() < 0))
          .isInstanceOf(IOException.class)
          .hasMessage("Connection reset");
    }
    Trace trace = house.traces.last().orElseThrow();
    assertThat(trace.request()).isEqualTo("connection to 192.168.2.10:443");
    assertThat(trace.outcome()).isEqualTo("dropped");
    assertThat(trace.refusal().orElseThrow().verdict().rule().text())
        .isEqualTo("connections of the VPC only");
  }

  @Test
  void aConnectionThatTheTargetClosedMeanwhileIsReplacedForAnIdempotentRequest() throws Exception {
    HttpListening listening = house.serve(request -> House.ok("one"));
    send(House.get("/"), House.trace());
    listening.close();
    house.serve(request -> House.ok("two"));
    assertThat(send(House.get("/"), House.trace()).text()).isEqualTo("two");
  }

  @Test
  void anAnswerThatTakesTooLongIsATimeOut() {
    house.serve(request -> {
      Thread.currentThread().join();
      return House.ok("never");
    });
    Timeouts timeouts =
        new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(300));
    assertThatThrownBy(() ->
            client.send(House.SERVER_ADDRESS, 443, TLS, House.get("/"), timeouts, House.trace()))
        .hasMessage("no answer within 300 ms");
  }

  @Test
  void aHandlerThatFailsAnswers500AndEndsTheConnection() throws Exception {
    house.serve(request -> {
      throw new IllegalStateException("a defect on purpose");
    });
    HttpResponse response = send(House.get("/"), House.trace());
    assertThat(response.status()).isEqualTo(500);
    assertThat(response.headers())
        .isEqualTo(Headers.of("Connection", "close", "Content-Length", "0"));
  }

  @Test
  void anInterfaceThatGoesTakesItsConnectionsWithIt() throws Exception {
    house.serve(request -> House.ok(""));
    send(House.get("/"), House.trace());
    house.fabric.update(dev.skybridge.network.Topology.EMPTY);
    assertThatThrownBy(() -> send(House.get("/"), House.trace()))
        .hasMessage("the network interface eni-client does not exist");
  }

  private static void require(boolean condition) {
    assertThat(condition).isTrue();
  }
}
