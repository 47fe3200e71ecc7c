package dev.skybridge.app.access;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Flow;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Reachability;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.fabric.NameStep;
import dev.skybridge.network.http.Headers;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpVersion;
import dev.skybridge.network.http.Peer;
import dev.skybridge.services.apigateway.Arrival;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.privatelink.EndpointFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a network interface by name to whatever listens, and through it to an API. */
final class WayToUrl {
  private final World world;

  WayToUrl(World world) {
    this.world = world;
  }

  /**
   * A principal without a network interface acts from the client instance, where his signature is
   * asked for: elsewhere it is the interface that reaches the goal, whoever he is.
   */
  void ask(Actor actor, Goal.Url goal, Trace trace) throws InterruptedException {
    if (actor.card().isPresent()) {
      ask(actor, actor.card().get(), goal, trace);
      return;
    }
    Optional<NetworkInterface> client = world.client().filter(_ -> goal.signed());
    if (client.isPresent()) {
      Trace attempt = new Trace("attempt", 0, () -> 0);
      ask(actor, client.get(), goal, attempt);
      if (attempt.steps().stream().anyMatch(step -> step.gate().equals("signature"))) {
        trace.addAll(attempt.steps());
        return;
      }
    }
    Judge.refuse(
        trace,
        "network interface",
        actor.name(),
        "no network interface",
        "only a network interface of a VPC reaches this, and " + actor.name() + " has none",
        "");
  }

  private void ask(Actor actor, NetworkInterface card, Goal.Url goal, Trace trace)
      throws InterruptedException {
    List<List<Step>> attempts = new ArrayList<>();
    for (Ipv4 address : addresses(card, goal.host(), trace)) {
      Trace attempt = new Trace("attempt", 0, () -> 0);
      connect(actor, card, address, goal, attempt);
      attempts.add(attempt.steps());
      if (attempt.refusal().isEmpty()) {
        break;
      }
    }
    // The one that arrives, else the first that does not: what a client would tell of it.
    attempts.stream()
        .filter(steps -> steps.stream().allMatch(step -> step.verdict().allowed()))
        .findFirst()
        .or(() -> attempts.stream().findFirst())
        .ifPresent(trace::addAll);
  }

  private List<Ipv4> addresses(NetworkInterface card, String host, Trace trace) {
    if (Ipv4.isAddress(host)) {
      return List.of(Ipv4.parse(host));
    }
    Resolver resolver = world.fabric().resolver(card.vpcId());
    Optional<Vpc> vpc = world.fabric().topology().vpc(card.vpcId());
    String place = vpc.map(one -> one.resolver().toString()).orElse(card.vpcId());
    boolean dnsSupport = vpc.filter(Vpc::dnsSupport).isPresent();
    Verdict verdict = NameStep.verdict(dnsSupport, resolver, place, host);
    trace.add(new Step("DNS", place, verdict, 0));
    return verdict.allowed() ? resolver.addresses(host) : List.of();
  }

  /** Each hop leads to another interface; a load balancer's target is no load balancer. */
  private void connect(Actor actor, NetworkInterface card, Ipv4 address, Goal.Url goal, Trace trace)
      throws InterruptedException {
    int port = goal.port();
    Optional<NetworkInterface> node = arrive(card, address, port, trace);
    if (node.isEmpty()) {
      return;
    }
    if (!world.elb().listens(node.get().id(), port)) {
      serve(actor, card, node.get(), port, goal, trace);
      return;
    }
    Optional<Target> target = world.elb().judge(node.get().id(), port, goal.host(), trace);
    if (target.isEmpty()) {
      return;
    }
    int next = target.get().port();
    Optional<NetworkInterface> behind = arrive(node.get(), target.get().address(), next, trace);
    if (behind.isPresent()) {
      serve(actor, node.get(), behind.get(), next, goal, trace);
    }
  }

  /** The interface that a connection opens to; empty if a gate refuses it. */
  private Optional<NetworkInterface> arrive(
      NetworkInterface card, Ipv4 address, int port, Trace trace) {
    Topology topology = world.fabric().topology();
    Reachability gates = new Reachability(topology);
    Flow flow = Flow.to(card.id(), address, port);
    return gates.ask(flow, trace).isPresent() ? Optional.empty() : gates.target(flow);
  }

  private void serve(
      Actor actor, NetworkInterface from, NetworkInterface at, int port, Goal.Url goal, Trace trace)
      throws InterruptedException {
    Optional<EndpointFacts> endpoint = world.privateLink().at(at.id(), port);
    if (endpoint.isEmpty()) {
      Judge.refuse(
          trace,
          "connect",
          at.id(),
          "no listener",
          "nothing listens at " + at.address() + ":" + port,
          "");
      return;
    }
    EndpointFacts facts = endpoint.get();
    Arrival arrival =
        new Arrival(facts.region(), facts.endpointId(), facts.vpcId(), facts.policy());
    HttpRequest request = request(from, at, port, goal, trace);
    if (actor.signer().isPresent()) {
      world.gateway().judge(arrival, request, actor.signer().get());
    } else {
      world.gateway().judge(arrival, request);
    }
  }

  private static HttpRequest request(
      NetworkInterface from, NetworkInterface at, int port, Goal.Url goal, Trace trace) {
    Peer peer =
        new Peer(
            from.address(),
            0,
            Optional.of(from.id()),
            at.address(),
            port,
            Optional.empty(),
            Optional.of(trace),
            List.of());
    return new HttpRequest(
        goal.action(),
        goal.path(),
        HttpVersion.HTTP_1_1,
        Headers.NONE.plus("Host", goal.host()),
        new byte[0],
        peer);
  }
}
