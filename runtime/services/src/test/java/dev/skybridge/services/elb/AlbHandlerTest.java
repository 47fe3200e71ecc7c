package dev.skybridge.services.elb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Attachment;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.ListenerRule;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlbHandlerTest {
  private static final Scope CONSUMER =
      new Scope(new AccountId("111122223333"), new Region("eu-central-1"));
  private static final Arn BALANCER =
      CONSUMER.arn("elasticloadbalancing", "loadbalancer/app/shop/1");
  private static final Arn LISTENER = CONSUMER.arn("elasticloadbalancing", "listener/app/shop/1/2");
  private static final Arn GROUP = CONSUMER.arn("elasticloadbalancing", "targetgroup/shop/3");
  private static final Target FIRST = new Target(Ipv4.parse("192.168.2.10"), 443);
  private static final Target SECOND = new Target(Ipv4.parse("192.168.3.10"), 443);
  private static final HealthCheck CHECK =
      new HealthCheck(
          Protocol.HTTPS,
          OptionalInt.empty(),
          "/ping",
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          3,
          2,
          HealthCheck.Matcher.parse("200"));

  private final List<ElbRecord> records = new ArrayList<>();
  private final HealthBoard health = new HealthBoard();
  private final TraceLog traces = new TraceLog(10);
  private final FakeClient client = new FakeClient();
  private final AlbHandler handler =
      new AlbHandler(
          LISTENER,
          () -> new ElbState(records),
          group -> health.of("eni-node", group),
          client,
          Elb.CONNECT_TIMEOUT,
          traces,
          Clock.fixed(Instant.parse("2026-11-23T03:04:05Z"), ZoneOffset.UTC),
          new Random(1));

  AlbHandlerTest() {
    records.add(
        new LoadBalancer(
            CONSUMER,
            BALANCER,
            "shop",
            "internal-shop-1.eu-central-1.elb.amazonaws.com",
            "vpc-1",
            List.of(new Node("eni-node", "subnet-1", Ipv4.parse("192.168.2.4"))),
            Attributes.DEFAULT));
    records.add(
        new Listener(
            LISTENER,
            BALANCER,
            443,
            SslPolicy.find("ELBSecurityPolicy-TLS13-1-2-2021-06").orElseThrow(),
            CONSUMER.arn("acm", "certificate/4"),
            new Action.FixedResponse(404, "application/json", "{}")));
    rule(200, "*.shop.example", new Action.FixedResponse(503, "text/plain", "closed"));
    rule(100, "food.shop.example", new Action.Forward(GROUP));
    records.add(new TargetGroup(CONSUMER, GROUP, "shop", "vpc-1", Protocol.HTTPS, 443, CHECK));
  }

  @Test
  void theRuleWithTheLowestPriorityDecides() throws InterruptedException {
    register(FIRST);

    assertThat(ask("food.shop.example:443").status()).isEqualTo(201);
    assertThat(ask("other.shop.example").status()).isEqualTo(503);
    assertThat(ask("elsewhere.example").status()).isEqualTo(404);
    assertThat(lastRefusal().verdict().rule())
        .hasToString(LISTENER + ": default action: fixed-response 404");
  }

  @Test
  void healthyTargetsTakeTurns() throws InterruptedException {
    register(FIRST);
    register(SECOND);
    healthy(FIRST);
    healthy(SECOND);

    ask("food.shop.example");
    ask("food.shop.example");
    ask("food.shop.example");

    assertThat(client.asked).containsExactly(FIRST.address(), SECOND.address(), FIRST.address());
  }

  @Test
  void anUnhealthyTargetIsLeftOutUntilAllAre() throws InterruptedException {
    register(FIRST);
    register(SECOND);
    healthy(SECOND);
    ask("food.shop.example");
    ask("food.shop.example");
    assertThat(client.asked).containsExactly(SECOND.address(), SECOND.address());

    health.note(key(SECOND), new HealthState.Outcome.Answered(403), CHECK);
    health.note(key(SECOND), new HealthState.Outcome.Answered(403), CHECK);
    ask("food.shop.example");
    ask("food.shop.example");

    assertThat(client.asked.subList(2, 4)).containsExactly(FIRST.address(), SECOND.address());
    assertThat(texts())
        .contains(
            "fail open: none of 2 healthy; 192.168.3.10:443 (unhealthy: Health checks failed with"
                + " these codes: [403])");
  }

  @Test
  void aGroupWithoutTargetsAnswers503() throws InterruptedException {
    HttpResponse answer = ask("food.shop.example");

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body()).hasSize(162);
    assertThat(lastRefusal().verdict().rule()).hasToString(GROUP + ": no registered targets");
  }

  @Test
  void aTargetThatFailsIsA502AndOneThatIsSilentA504() throws InterruptedException {
    register(FIRST);
    for (SendFailure.Kind kind : SendFailure.Kind.values()) {
      client.failure = new SendFailure(kind, "no answer from 192.168.2.10:443");
      boolean silent =
          kind == SendFailure.Kind.CONNECT_TIMEOUT || kind == SendFailure.Kind.RESPONSE_TIMEOUT;

      assertThat(ask("food.shop.example").status()).as("%s", kind).isEqualTo(silent ? 504 : 502);
      assertThat(lastRefusal().place()).isEqualTo("192.168.2.10:443");
    }
  }

  @Test
  void theTraceHasTheRootOfTheHeaderAndTellsItsSteps() throws InterruptedException {
    register(FIRST);
    healthy(FIRST);

    ask("food.shop.example");

    Trace trace = traces.last().orElseThrow();
    assertThat(client.sent.headers().first("X-Amzn-Trace-Id")).contains("Root=" + trace.id());
    assertThat(trace.request()).isEqualTo("POST https://food.shop.example/v1/orders");
    assertThat(trace.outcome()).isEqualTo("201");
    assertThat(trace.steps())
        .extracting(Step::gate)
        .containsExactly("TLS", "listener rule", "target group");
    assertThat(texts())
        .containsExactly(
            "TLSv1.3 TLS_AES_128_GCM_SHA256",
            "priority 100, host-header [food.shop.example]: forward to targetgroup/shop/3",
            "192.168.2.10:443, one of 1 healthy of 1");
    assertThat(client.tls).isEqualTo(TlsClient.unverified(""));
  }

  @Test
  void theAnswerOfTheTargetLosesTheHeadersOfItsConnection() throws InterruptedException {
    register(FIRST);

    assertThat(ask("food.shop.example").headers())
        .isEqualTo(Headers.of("x-amzn-RequestId", "r-1", "Content-Length", "0"));
  }

  @Test
  void whatIsNoRequestEndsTheConnection() {
    HttpResponse answer =
        handler.refused(
            new RefusedRequest(
                RefusedRequest.Kind.HEADERS_TOO_LARGE,
                "headers of 70000 bytes, more than 65536",
                "GET / HTTP/1.1",
                Cases.client()));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.headers().first("Connection")).contains("close");
    assertThat(traces.last().orElseThrow().outcome()).isEqualTo("400");
    assertThat(lastRefusal().verdict().rule().text()).isEqualTo("answers 400");
  }

  @Test
  void aRemovedListenerAnswers503() throws InterruptedException {
    records.removeIf(Listener.class::isInstance);

    assertThat(ask("food.shop.example").status()).isEqualTo(503);
  }

  private HttpResponse ask(String host) throws InterruptedException {
    return handler.handle(
        new HttpRequest(
            "POST",
            "/v1/orders",
            HttpVersion.HTTP_1_1,
            Headers.of("Host", host),
            new byte[0],
            Cases.client()));
  }

  private void rule(int priority, String host, Action action) {
    records.add(
        new ListenerRule(
            CONSUMER.arn("elasticloadbalancing", "listener-rule/" + priority),
            LISTENER,
            priority,
            List.of(new HostPattern(host)),
            action));
  }

  private void register(Target target) {
    records.add(new Attachment(GROUP, target));
  }

  private void healthy(Target target) {
    health.retain(Set.of(key(FIRST), key(SECOND)));
    health.note(key(target), new HealthState.Outcome.Answered(200), CHECK);
  }

  private static HealthBoard.Key key(Target target) {
    return new HealthBoard.Key("eni-node", GROUP, target);
  }

  private Step lastRefusal() {
    return traces.last().orElseThrow().refusal().orElseThrow();
  }

  private List<String> texts() {
    return traces.last().orElseThrow().steps().stream()
        .map(step -> step.verdict().rule().text())
        .toList();
  }

  private static final class FakeClient implements HttpClient {
    private final List<Ipv4> asked = new ArrayList<>();
    private HttpRequest sent = HttpRequest.outgoing("", "", Headers.NONE, new byte[0]);
    private TlsClient tls = TlsClient.NONE;
    private @Nullable SendFailure failure;

    @Override
    public HttpResponse send(
        Ipv4 target,
        int port,
        TlsClient tlsClient,
        HttpRequest request,
        Timeouts timeouts,
        Trace trace)
        throws SendFailure {
      asked.add(target);
      sent = request;
      tls = tlsClient;
      if (failure != null) {
        throw failure;
      }
      return HttpResponse.of(
          201,
          "Created",
          Headers.of("Connection", "keep-alive", "x-amzn-RequestId", "r-1", "Content-Length", "0"),
          "");
    }
  }
}
