package dev.skybridge.services.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Place;
import dev.skybridge.network.SecurityGroup;
import dev.skybridge.network.SecurityGroup.Direction;
import dev.skybridge.network.SecurityGroup.Rule;
import dev.skybridge.network.Subnet;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.network.tls.TlsServer;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.acmpca.IssueRequest;
import dev.skybridge.services.acmpca.OrganizationAuthority;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Attachment;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A load balancer on real sockets, between a client and a target. */
@Timeout(60)
class ElbTest {
  private static final Scope CONSUMER =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final Arn BALANCER =
      CONSUMER.arn("elasticloadbalancing", "loadbalancer/app/shop/1");
  private static final Arn LISTENER = CONSUMER.arn("elasticloadbalancing", "listener/app/shop/1/2");
  private static final Arn GROUP = CONSUMER.arn("elasticloadbalancing", "targetgroup/shop/3");
  private static final String NAME = "internal-shop-1.eu-central-1.elb.amazonaws.com";
  private static final String HOST = "food.shop.example";
  private static final Ipv4 NODE = Ipv4.parse("192.168.2.4");
  private static final Target TARGET = new Target(Ipv4.parse("192.168.2.10"), 443);
  private static final Target OTHER = new Target(Ipv4.parse("192.168.2.11"), 443);
  private static final Duration SOON = Duration.ofMillis(300);
  private static final SslPolicy POLICY =
      SslPolicy.find("ELBSecurityPolicy-TLS13-1-2-Res-2021-06").orElseThrow();

  private final TraceLog traces = new TraceLog(50);
  private final Fabric fabric = new Fabric(traces);
  private final Queue<HttpRequest> received = new ConcurrentLinkedQueue<>();
  @TempDir Path folder;
  private Optional<Shop> shop = Optional.empty();

  private record Shop(
      OrganizationAuthority authority, AtomicReference<TlsIdentity> identity, Elb elb) {}

  @BeforeEach
  void open() throws Exception {
    OrganizationAuthority authority = new OrganizationAuthority(folder, Clock.systemUTC());
    AtomicReference<TlsIdentity> identity = new AtomicReference<>(identity(authority, HOST));
    fabric.update(topology("sg-open"));
    Elb elb =
        new Elb(
            fabric,
            _ -> Optional.of(identity.get()),
            traces,
            Clock.systemUTC(),
            new Random(),
            SOON);
    shop = Optional.of(new Shop(authority, identity, elb));
    elb.put(balancer(new Node("eni-node", "subnet-1", NODE)));
    elb.put(
        new Listener(
            LISTENER,
            BALANCER,
            443,
            POLICY,
            CONSUMER.arn("acm", "certificate/4"),
            new Action.FixedResponse(404, "application/json", "{\"message\":\"Not Found\"}")));
    elb.put(
        new ListenerRule(
            CONSUMER.arn("elasticloadbalancing", "listener-rule/app/shop/1/2/5"),
            LISTENER,
            100,
            List.of(new HostPattern(HOST)),
            new Action.Forward(GROUP)));
    elb.put(group("200"));
    elb.reconcile();
  }

  private static LoadBalancer balancer(Node... nodes) {
    return new LoadBalancer(
        CONSUMER, BALANCER, "shop", NAME, "vpc-1", List.of(nodes), Attributes.DEFAULT);
  }

  private static TargetGroup group(String matcher) {
    return new TargetGroup(
        CONSUMER,
        GROUP,
        "shop",
        "vpc-1",
        Protocol.HTTPS,
        443,
        new HealthCheck(
            Protocol.HTTPS,
            OptionalInt.empty(),
            "/ping",
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            2,
            2,
            HealthCheck.Matcher.parse(matcher)));
  }

  private static TlsIdentity identity(OrganizationAuthority authority, String name)
      throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance("EC").generateKeyPair();
    IssueRequest wanted =
        new IssueRequest(name, List.of(name), keys.getPublic(), Duration.ofDays(1));
    return new TlsIdentity(
        keys.getPrivate(), authority.issue(OrganizationAuthority.arn(CONSUMER.region()), wanted));
  }

  @AfterEach
  void close() {
    elb().close();
    fabric.close();
  }

  @Test
  void aRequestReachesTheTargetEncryptedTwice() throws Exception {
    serveTarget("eni-target", 201);
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    await(HealthState.State.HEALTHY);

    HttpResponse answer = ask(HOST, "X-Forwarded-For", "1.2.3.4");

    assertThat(answer.status()).isEqualTo(201);
    HttpRequest forwarded = lastOrder();
    assertThat(forwarded.headers().first("X-Forwarded-For")).contains("1.2.3.4, 192.168.0.4");
    assertThat(forwarded.peer().address()).isEqualTo(NODE);
    assertThat(forwarded.peer().tls()).isPresent();
    Trace trace = traces.last().orElseThrow();
    assertThat(forwarded.peer().trace()).contains(trace);
    assertThat(forwarded.headers().first("X-Amzn-Trace-Id")).contains("Root=" + trace.id());
    assertThat(trace.steps())
        .extracting(Step::gate)
        .containsSubsequence("TLS", "listener rule", "target group");
    assertThat(trace.refusal()).isEmpty();
  }

  @Test
  void anotherHostGetsTheDefaultAnswer() throws Exception {
    HttpResponse answer = ask("elsewhere.example");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text()).isEqualTo("{\"message\":\"Not Found\"}");
    assertThat(answer.headers().first("Server")).contains("awselb/2.0");
  }

  @Test
  void withoutTargetsTheAnswerIs503ByteForByte() throws Exception {
    HttpResponse answer = ask(HOST);

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.reason()).isEqualTo("Service Temporarily Unavailable");
    assertThat(answer.headers().first("Content-Length")).contains("162");
  }

  @Test
  void aTargetThatDoesNotListenIsUnhealthyAndAnswers502() throws Exception {
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    await(HealthState.State.UNHEALTHY);

    assertThat(ask(HOST).status()).isEqualTo(502);
    assertThat(elb().health(GROUP).get(TARGET)).hasToString("unhealthy: Health checks failed");
  }

  @Test
  void eachNodeSendsByItsOwnChecks() throws Exception {
    serveTarget("eni-target", 201);
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    await(HealthState.State.HEALTHY);
    elb()
        .put(
            balancer(
                new Node("eni-node", "subnet-1", NODE),
                new Node("eni-walled", "subnet-0", Ipv4.parse("192.168.0.5"))));
    elb().reconcile();
    await(HealthState.State.UNHEALTHY);

    assertThat(ask(HOST).status()).isEqualTo(201);

    assertThat(elb().health(GROUP).get(TARGET)).hasToString("unhealthy: Request timed out");
    assertThat(traces.last().orElseThrow().steps())
        .filteredOn(step -> step.gate().equals("target group"))
        .extracting(step -> step.verdict().rule().text())
        .containsExactly("192.168.2.10:443, one of 1 healthy of 1");
  }

  @Test
  void itsNameResolvesWhileItIsThere() {
    assertThat(fabric.resolver("vpc-1").addresses(NAME)).containsExactly(NODE);

    elb().remove(LISTENER.toString());
    elb().remove(BALANCER.toString());
    elb().reconcile();

    assertThat(fabric.resolver("vpc-1").addresses(NAME)).isEmpty();
  }

  @Test
  void aRemovedListenerTakesNoConnection() {
    elb().remove(LISTENER.toString());
    elb().reconcile();

    assertThat(failure().kind()).isEqualTo(SendFailure.Kind.REFUSED);
  }

  @Test
  void aRemovedListenerEndsTheConnectionsThatStand() throws Exception {
    assertThat(ask("elsewhere.example").status()).isEqualTo(404);
    elb().remove(LISTENER.toString());
    elb().reconcile();

    assertThat(failure().kind())
        .isIn(SendFailure.Kind.REFUSED, SendFailure.Kind.RESET, SendFailure.Kind.CLOSED);
    assertThat(failure().kind()).isEqualTo(SendFailure.Kind.REFUSED);
  }

  @Test
  void aTargetKeptAwayAnswers504AfterTheConnectTimeoutAndTheTraceNamesTheGroup() throws Exception {
    serveTarget("eni-target", 201);
    fabric.update(topology("sg-closed"));
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    long start = System.nanoTime();

    HttpResponse answer = ask(HOST);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(SOON);
    assertThat(answer.status()).isEqualTo(504);
    assertThat(answer.reason()).isEqualTo("Gateway Time-out");
    assertThat(answer.headers().first("Content-Length")).contains("132");
    Step refusal = traces.last().orElseThrow().refusal().orElseThrow();
    assertThat(refusal.gate()).isEqualTo("security group ingress");
    assertThat(refusal.verdict().rule().owner()).isEqualTo("sg-closed");

    fabric.update(topology("sg-open"));
    assertThat(ask(HOST).status()).isEqualTo(201);
  }

  @Test
  void anotherTargetTakesTheNextRequestThoughTheFormerStillListens() throws Exception {
    serveTarget("eni-target", 201);
    serveTarget("eni-other", 202);
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    assertThat(ask(HOST).status()).isEqualTo(201);

    elb().remove(new Attachment(GROUP, TARGET).id());
    elb().put(new Attachment(GROUP, OTHER));
    elb().reconcile();

    assertThat(ask(HOST).status()).isEqualTo(202);
    assertThat(elb().health(GROUP).keySet()).containsExactly(OTHER);
  }

  @Test
  void anotherCertificateIsShownAtTheNextHandshake() throws Exception {
    assertThat(ask(HOST, "Connection", "close").status()).isEqualTo(503);
    Shop now = shop.orElseThrow();
    now.identity().set(identity(now.authority(), "other.example"));

    assertThat(failure().kind()).isEqualTo(SendFailure.Kind.TLS);
    now.identity().set(identity(now.authority(), HOST));
    assertThat(ask(HOST).status()).isEqualTo(503);
  }

  @Test
  void anotherHealthCheckJudgesAtOnce() {
    serveTarget("eni-target", 201);
    elb().put(new Attachment(GROUP, TARGET));
    elb().reconcile();
    await(HealthState.State.HEALTHY);

    elb().put(group("418"));
    elb().reconcile();

    await(HealthState.State.UNHEALTHY);
    assertThat(elb().health(GROUP).get(TARGET))
        .hasToString("unhealthy: Health checks failed with these codes: [200]");
  }

  private SendFailure failure() {
    try {
      throw new AssertionError("answered " + ask(HOST).status());
    } catch (SendFailure failure) {
      return failure;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private HttpResponse ask(String host, String... headers)
      throws SendFailure, InterruptedException {
    Headers sent = Headers.of("Host", host);
    for (int i = 0; i < headers.length; i += 2) {
      sent = sent.plus(headers[i], headers[i + 1]);
    }
    return fabric
        .httpClient("eni-client")
        .send(
            NODE,
            443,
            TlsClient.trusting(HOST, List.of(shop.orElseThrow().authority().root())),
            HttpRequest.outgoing("POST", "/v1/orders", sent, new byte[0]),
            Timeouts.each(Duration.ofSeconds(20)),
            new Trace("client", 0, System::nanoTime));
  }

  private void serveTarget(String interfaceId, int status) {
    TlsIdentity identity = shop.orElseThrow().identity().get();
    TlsServer tls = new TlsServer(POLICY.protocols(), POLICY.suites(), _ -> Optional.of(identity));
    fabric.serveHttps(
        interfaceId,
        443,
        tls,
        request -> {
          received.add(request);
          boolean ping = request.target().equals("/ping");
          return HttpResponse.of(ping ? 200 : status, "", Headers.NONE, "");
        });
  }

  private HttpRequest lastOrder() {
    return received.stream()
        .filter(request -> request.target().equals("/v1/orders"))
        .findFirst()
        .orElseThrow();
  }

  /** Waits until the target is in a state; the test's time limit ends a vain wait. */
  private void await(HealthState.State state) {
    while (elb().health(GROUP).getOrDefault(TARGET, HealthState.NEW).state() != state) {
      Thread.onSpinWait();
    }
  }

  private Elb elb() {
    return shop.orElseThrow().elb();
  }

  /**
   * @param targets the group of the targets
   */
  private static Topology topology(String targets) {
    Place anywhere = new Place.Block(Cidr.ANYWHERE);
    SecurityGroup open =
        new SecurityGroup(
            "sg-open",
            "vpc-1",
            List.of(
                new Rule("sgr-1", Direction.INGRESS, "-1", -1, -1, anywhere),
                new Rule("sgr-2", Direction.EGRESS, "-1", -1, -1, anywhere)));
    return new Topology(
        List.of(new Vpc("vpc-1", 77, List.of(Cidr.parse("192.168.0.0/16")), true)),
        List.of(
            new Subnet("subnet-0", "vpc-1", Cidr.parse("192.168.0.0/24")),
            new Subnet("subnet-1", "vpc-1", Cidr.parse("192.168.2.0/24"))),
        List.of(),
        List.of(open, new SecurityGroup("sg-closed", "vpc-1", List.of())),
        List.of(
            card("eni-client", "subnet-0", "192.168.0.4", "sg-open"),
            card("eni-node", "subnet-1", "192.168.2.4", "sg-open"),
            card("eni-walled", "subnet-0", "192.168.0.5", "sg-closed"),
            card("eni-target", "subnet-1", "192.168.2.10", targets),
            card("eni-other", "subnet-1", "192.168.2.11", targets)),
        List.of());
  }

  private static NetworkInterface card(String id, String subnet, String address, String group) {
    return new NetworkInterface(id, "vpc-1", subnet, Ipv4.parse(address), List.of(group), "");
  }
}
