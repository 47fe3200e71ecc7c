package dev.skybridge.services.elb;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.Peer;
import dev.skybridge.network.http.RefusedRequest;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/** What a listener does with a request at one node of its load balancer. */
final class AlbHandler implements HttpHandler {
  private final Arn listenerArn;
  private final Supplier<ElbState> state;
  private final Function<Arn, Map<Target, HealthState>> health;
  private final HttpClient client;
  private final Duration connectTimeout;
  private final TraceLog traces;
  private final Clock clock;
  private final RandomGenerator random;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param state the records as they are when the request comes
   * @param health what the node thinks of a group's targets
   * @param client sends from the node's network interface
   * @param connectTimeout how long it tries to reach a target, and then to shake hands with it
   */
  AlbHandler(
      Arn listenerArn,
      Supplier<ElbState> state,
      Function<Arn, Map<Target, HealthState>> health,
      HttpClient client,
      Duration connectTimeout,
      TraceLog traces,
      Clock clock,
      RandomGenerator random) {
    this.listenerArn = listenerArn;
    this.state = state;
    this.health = health;
    this.client = client;
    this.connectTimeout = connectTimeout;
    this.traces = traces;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public HttpResponse handle(HttpRequest request) throws InterruptedException {
    Instant now = clock.instant();
    TraceHeader header =
        TraceHeader.next(request.headers().first(TraceHeader.NAME), TraceHeader.newId(now, random));
    Trace trace = begin(header, now, request.peer());
    trace.describe(
        request.method()
            + " https://"
            + RequestUri.host(request)
            + RequestUri.of(request).originForm());
    HttpResponse answer = answer(request, header, trace);
    trace.end(Integer.toString(answer.status()));
    return answer;
  }

  @Override
  public HttpResponse refused(RefusedRequest refused) {
    Instant now = clock.instant();
    TraceHeader header = TraceHeader.next(Optional.empty(), TraceHeader.newId(now, random));
    Trace trace = begin(header, now, refused.peer());
    trace.describe(refused.head());
    int status =
        switch (refused.kind()) {
          case MALFORMED, HEADER_TOO_LARGE, HEADERS_TOO_LARGE -> 400;
          case INCOMPLETE -> 408;
          case BODY_TOO_LARGE -> 413;
          case REQUEST_LINE_TOO_LONG -> 414;
          case TRANSFER_ENCODING -> 501;
          case VERSION -> 505;
        };
    note(trace, "request", refuse(status, refused.detail()), System.nanoTime());
    trace.end(Integer.toString(status));
    return AlbAnswers.lastError(status, now);
  }

  private Trace begin(TraceHeader header, Instant now, Peer peer) {
    Trace trace = new Trace(header.root(), now.toEpochMilli(), System::nanoTime);
    trace.alias(header.own());
    trace.addAll(peer.opening());
    traces.add(trace);
    return trace;
  }

  private HttpResponse answer(HttpRequest request, TraceHeader header, Trace trace)
      throws InterruptedException {
    ElbState now = state.get();
    Optional<Listener> listener = now.listener(listenerArn);
    Optional<LoadBalancer> balancer = listener.flatMap(one -> now.loadBalancer(one.loadBalancer()));
    if (listener.isEmpty() || balancer.isEmpty()) {
      note(trace, "listener", refuse(503, "the listener has been removed"), System.nanoTime());
      return AlbAnswers.lastError(503, clock.instant());
    }
    noteTls(trace, listener.get(), request.peer());
    long start = System.nanoTime();
    RequestCheck check = RequestCheck.of(request, balancer.get().attributes().desync());
    if (check.status().isPresent()) {
      int status = check.status().get();
      note(trace, "request", refuse(status, check.reason()), start);
      return check.closes()
          ? AlbAnswers.lastError(status, clock.instant())
          : AlbAnswers.error(status, clock.instant());
    }
    if (!check.reason().isEmpty()) {
      note(trace, "request", Verdict.allow(listenerArn.toString(), check.reason()), start);
    }
    start = System.nanoTime();
    RuleSelection selection =
        RuleSelection.of(listener.get(), now.rules(listenerArn), RequestUri.host(request));
    note(trace, "listener rule", selection.rule(), start);
    HttpResponse answer =
        switch (selection.action()) {
          case Action.FixedResponse fixed -> AlbAnswers.fixed(fixed, clock.instant());
          case Action.Forward(Arn group) ->
              forward(
                  new Forwarding(balancer.get().attributes(), listener.get().port())
                      .toTarget(request, header),
                  now,
                  balancer.get(),
                  group,
                  trace);
        };
    return check.closes()
        ? answer.withHeaders(answer.headers().with("Connection", "close"))
        : answer;
  }

  private HttpResponse forward(
      HttpRequest request, ElbState now, LoadBalancer balancer, Arn groupArn, Trace trace)
      throws InterruptedException {
    long start = System.nanoTime();
    TargetSelection selection =
        TargetSelection.of(
            groupArn.toString(),
            now.targets(groupArn),
            health.apply(groupArn),
            turn.getAndIncrement());
    note(trace, "target group", selection.verdict(), start);
    Optional<TargetGroup> group = now.targetGroup(groupArn);
    if (selection.target().isEmpty() || group.isEmpty()) {
      return AlbAnswers.error(503, clock.instant());
    }
    Target target = selection.target().get();
    TlsClient tls =
        group.get().protocol() == Protocol.HTTPS ? TlsClient.unverified("") : TlsClient.NONE;
    Timeouts timeouts =
        new Timeouts(connectTimeout, connectTimeout, balancer.attributes().idleTimeout());
    start = System.nanoTime();
    try {
      HttpResponse answer =
          client.send(target.address(), target.port(), tls, request, timeouts, trace);
      return answer.withHeaders(Forwarding.toClient(answer.headers()));
    } catch (SendFailure failure) {
      int status =
          switch (failure.kind()) {
            case CONNECT_TIMEOUT, RESPONSE_TIMEOUT -> 504;
            case REFUSED, TLS, RESET, MALFORMED, CLOSED -> 502;
          };
      String reason = failure.getMessage() + "; the load balancer answers " + status;
      note(
          trace, "target", Verdict.refuse(target.toString(), failure.kind().name(), reason), start);
      return AlbAnswers.error(status, clock.instant());
    }
  }

  private static void noteTls(Trace trace, Listener listener, Peer peer) {
    peer.tls()
        .ifPresent(tls ->
            trace.add(
                new Step(
                    "TLS",
                    listener.id(),
                    Verdict.allow(listener.policy().name(), tls.protocol() + " " + tls.cipher()),
                    0)));
  }

  private Verdict refuse(int status, String reason) {
    return Verdict.refuse(listenerArn.toString(), "answers " + status, reason);
  }

  private void note(Trace trace, String gate, Verdict verdict, long start) {
    long nanos = Math.max(0, System.nanoTime() - start);
    trace.add(new Step(gate, verdict.rule().owner(), verdict, nanos));
  }
}
