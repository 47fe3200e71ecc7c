package dev.skybridge.services.elb;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
import dev.skybridge.policy.Arn;
import dev.skybridge.services.elb.ElbRecord.Action;
import dev.skybridge.services.elb.ElbRecord.Listener;
import dev.skybridge.services.elb.ElbRecord.LoadBalancer;
import dev.skybridge.services.elb.ElbRecord.Node;
import dev.skybridge.services.elb.ElbRecord.Target;
import dev.skybridge.services.elb.ElbRecord.TargetGroup;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.random.RandomGenerator;

/**
 * Elastic Load Balancing. Rules, actions, targets and certificates count from the next request on;
 * listeners, names and health checks from the next {@link #reconcile} on. Records may refer to
 * others that are not there yet.
 *
 * <p>Thread-safe; the instance's monitor guards all but {@code state}, which requests read.
 */
public final class Elb implements AutoCloseable {
  /** A load balancer passes on bodies of any length; here they are held in memory. */
  private static final int MAXIMUM_BODY = 64 << 20;

  /**
   * How long a load balancer tries to reach a target before it answers 504.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html#http-504-issues">HTTP
   *     504: Gateway timeout</a>
   */
  public static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Fabric fabric;
  private final Certificates certificates;
  private final TraceLog traces;
  private final Clock clock;
  private final RandomGenerator random;
  private final Duration connectTimeout;
  private final Map<String, ElbRecord> records = new LinkedHashMap<>();
  private final HealthBoard board = new HealthBoard();
  private final HealthChecks checks = new HealthChecks(board);
  private final Listenings listenings;
  private final ConcurrentMap<String, HttpClient> clients = new ConcurrentHashMap<>();
  private final Set<String> named = new HashSet<>();
  private volatile ElbState state = new ElbState(List.of());

  /**
   * @param traces gets the trace of each request when it begins
   * @param random makes trace ids
   */
  public Elb(
      Fabric fabric,
      Certificates certificates,
      TraceLog traces,
      Clock clock,
      RandomGenerator random) {
    this(fabric, certificates, traces, clock, random, CONNECT_TIMEOUT);
  }

  /**
   * As above, with another patience than AWS's.
   *
   * @param connectTimeout how long to try to reach a target; more than nothing
   */
  public Elb(
      Fabric fabric,
      Certificates certificates,
      TraceLog traces,
      Clock clock,
      RandomGenerator random,
      Duration connectTimeout) {
    this.fabric = fabric;
    this.certificates = certificates;
    this.traces = traces;
    this.clock = clock;
    this.random = random;
    this.connectTimeout = connectTimeout;
    this.listenings = new Listenings(fabric, this::tls, this::handler);
  }

  public synchronized void put(ElbRecord entry) {
    records.put(entry.id(), entry);
    state = new ElbState(records.values());
  }

  /** Forgets a record by its id; of an unknown one, nothing. */
  public synchronized void remove(String id) {
    records.remove(id);
    state = new ElbState(records.values());
  }

  public <R extends ElbRecord> List<R> all(Class<R> kind) {
    return state.all(kind).toList();
  }

  public <R extends ElbRecord> Optional<R> find(Class<R> kind, String id) {
    return state.all(kind).filter(entry -> entry.id().equals(id)).findFirst();
  }

  /** Whether a listener is at this port of a load balancer's network interface. */
  public boolean listens(String interfaceId, int port) {
    return state.listenerAt(interfaceId, port).isPresent();
  }

  /**
   * Where a listener would send a request, as for one that is served: rule, then target group, each
   * a step of {@code trace}.
   *
   * @param interfaceId the network interface of a node
   * @return the target; empty where the load balancer answers itself
   */
  public Optional<Target> judge(String interfaceId, int port, String host, Trace trace) {
    ElbState now = state;
    return now.listenerAt(interfaceId, port)
        .flatMap(listener -> {
          RuleSelection rule = RuleSelection.of(listener, now.rules(listener.arn()), host);
          note(trace, "listener rule", rule.rule());
          return rule.action() instanceof Action.Forward(Arn group)
              ? target(now, interfaceId, group, trace)
              : Optional.empty();
        });
  }

  private Optional<Target> target(ElbState now, String node, Arn group, Trace trace) {
    TargetSelection selection =
        TargetSelection.of(group.toString(), now.targets(group), board.of(node, group), 0);
    note(trace, "target group", selection.verdict());
    return selection.target();
  }

  private static void note(Trace trace, String gate, Verdict verdict) {
    trace.add(new Step(gate, verdict.rule().owner(), verdict, 0));
  }

  /** What ELB's API refuses; ask before a record is put or removed. */
  public ElbChecks checks() {
    return new ElbChecks(this);
  }

  /**
   * The health of each target of a group, as the load balancers that use it see it: where their
   * nodes differ, the worst.
   */
  public Map<Target, HealthState> health(Arn targetGroup) {
    ElbState now = state;
    Map<Target, HealthState> health = new LinkedHashMap<>();
    now.targets(targetGroup).forEach(target -> health.put(target, HealthState.UNUSED));
    now.all(LoadBalancer.class)
        .flatMap(balancer -> balancer.nodes().stream())
        .forEach(node ->
            board
                .of(node.interfaceId(), targetGroup)
                .forEach((target, seen) ->
                    health.computeIfPresent(target, (_, before) -> before.worse(seen))));
    return health;
  }

  /** The load balancers whose listeners and rules forward to a group. */
  List<LoadBalancer> users(TargetGroup group) {
    ElbState now = state;
    return now.all(LoadBalancer.class)
        .filter(balancer -> now.groupsOf(balancer).contains(group))
        .toList();
  }

  /** Makes the names equal to the records, and nothing else. */
  public synchronized void publish() {
    publishNames(state);
  }

  /** Makes sockets, names and health checks equal to the records. */
  public synchronized void reconcile() {
    ElbState now = state;
    listenings.reconcile(wantedListenings(now));
    publishNames(now);
    checks.reconcile(wantedChecks(now));
  }

  /** Ends all listeners and health checks. */
  @Override
  public synchronized void close() {
    checks.close();
    listenings.close();
  }

  private static Map<Listenings.Key, Listenings.Terms> wantedListenings(ElbState now) {
    Map<Listenings.Key, Listenings.Terms> wanted = new HashMap<>();
    now.all(Listener.class)
        .forEach(listener ->
            now.loadBalancer(listener.loadBalancer())
                .ifPresent(balancer -> {
                  Attributes attributes = balancer.attributes();
                  HttpSettings settings =
                      HttpSettings.DEFAULT
                          .withIdle(attributes.idleTimeout())
                          .withHttp2(attributes.http2())
                          .withBody(MAXIMUM_BODY);
                  for (Node node : balancer.nodes()) {
                    wanted.put(
                        new Listenings.Key(listener.arn(), node.interfaceId(), listener.port()),
                        new Listenings.Terms(listener.policy(), settings));
                  }
                }));
    return wanted;
  }

  private void publishNames(ElbState now) {
    Set<String> gone = new HashSet<>(named);
    now.all(LoadBalancer.class)
        .forEach(balancer -> {
          List<Ipv4> addresses = balancer.nodes().stream().map(Node::address).toList();
          fabric.names().publish(balancer.id(), Map.of(balancer.dnsName(), addresses));
          gone.remove(balancer.id());
          named.add(balancer.id());
        });
    gone.forEach(id -> fabric.names().publish(id, Map.of()));
    named.removeAll(gone);
  }

  /** Each node of a load balancer checks each target of its groups. */
  private Map<HealthBoard.Key, HealthProbe> wantedChecks(ElbState now) {
    Map<HealthBoard.Key, HealthProbe> wanted = new HashMap<>();
    for (LoadBalancer balancer : now.all(LoadBalancer.class).toList()) {
      for (TargetGroup group : now.groupsOf(balancer)) {
        for (Target target : now.targets(group.arn())) {
          for (Node node : balancer.nodes()) {
            wanted.put(
                new HealthBoard.Key(node.interfaceId(), group.arn(), target),
                new HealthProbe(client(node.interfaceId()), target, group.healthCheck()));
          }
        }
      }
    }
    return wanted;
  }

  private HttpClient client(String interfaceId) {
    return clients.computeIfAbsent(interfaceId, fabric::httpClient);
  }

  private HttpHandler handler(Listenings.Key key) {
    return new AlbHandler(
        key.listener(),
        () -> state,
        group -> board.of(key.interfaceId(), group),
        client(key.interfaceId()),
        connectTimeout,
        traces,
        clock,
        random);
  }

  private TlsServer tls(Arn listenerArn) {
    SslPolicy policy = state.listener(listenerArn).orElseThrow().policy();
    return new TlsServer(
        policy.protocols(),
        policy.suites(),
        _ ->
            state
                .listener(listenerArn)
                .flatMap(listener -> certificates.identity(listener.certificate())));
  }
}
