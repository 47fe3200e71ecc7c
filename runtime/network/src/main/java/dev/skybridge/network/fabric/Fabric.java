package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Trace;
import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.Topology;
import dev.skybridge.network.Vpc;
import dev.skybridge.network.dns.Names;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The network of this machine: carries connections between network interfaces, each at a loopback
 * address of its own (127.vpc.x.y), as far as routes and security groups allow. Thread-safe.
 *
 * <p>Only this fabric's own clients and doors reach its listenings: it knows each connection that
 * it opens by its two addresses and ports. Another process that connects straight to a loopback
 * address is dropped before TLS begins, and a trace says so.
 */
public final class Fabric implements AutoCloseable {
  private final TraceLog traces;
  private final Names names = new Names();
  private final ConcurrentMap<String, Resolver> resolvers = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, PooledClient> clients = new ConcurrentHashMap<>();

  /** What is open, and how it ends. */
  private final ConcurrentMap<Object, Runnable> open = new ConcurrentHashMap<>();

  private final Loops loops = new Loops();
  private final Links links = new Links();
  private final Listenings listenings = new Listenings();
  private final Dialer dialer = new Dialer(this::topology, listenings);
  private final Connector connector = new Connector(loops, links);
  private volatile Topology topology = Topology.EMPTY;

  /**
   * @param traces where connections that were refused or dropped are noted
   */
  public Fabric(TraceLog traces) {
    this.traces = requireNonNull(traces);
  }

  /**
   * Sets what is there now. Gates ask it for each new connection; of the standing ones those end
   * that {@link dev.skybridge.network.Standing} ends, and a trace of each says why.
   */
  public synchronized void update(Topology now) {
    Topology before = topology;
    topology = requireNonNull(now);
    for (Links.Ended ended : links.retain(before, now)) {
      Link link = ended.link();
      Trace trace =
          Traces.connection(
              "connection %s to %s:%d".formatted(link.source(), link.target(), link.flow().port()));
      trace.add(ended.by());
      trace.end("cut");
      traces.add(trace);
    }
  }

  public Topology topology() {
    return topology;
  }

  /** The names of AWS that every VPC knows, e.g. those of load balancers. */
  public Names names() {
    return names;
  }

  /** The resolver of a VPC; made at the first call. */
  public Resolver resolver(String vpcId) {
    return resolvers.computeIfAbsent(vpcId, id -> new Resolver(names));
  }

  /**
   * Serves HTTPS at an interface's address.
   *
   * @param port the AWS-side port, 1-65535; the real one is any that is free
   * @throws IllegalArgumentException if the interface is not there
   * @throws IllegalStateException if something listens there already
   * @throws java.io.UncheckedIOException if the loopback address cannot be bound
   */
  public HttpListening serveHttps(
      String interfaceId, int port, TlsServer tls, HttpSettings settings, HttpHandler handler) {
    NetworkInterface card =
        topology
            .networkInterface(interfaceId)
            .orElseThrow(() -> new IllegalArgumentException("no interface " + interfaceId));
    Ipv4 loopback = topology.loopback(card).orElseThrow();
    LinkAdmission admission =
        new LinkAdmission(card.address() + ":" + port, links, this::topology, traces);
    InetSocketAddress address = new InetSocketAddress(Dialer.inet(loopback), 0);
    HttpServer server =
        new HttpServer(
            loops,
            address,
            admission,
            HttpServer.Mode.tls(tls, settings),
            handler,
            closed -> {
              listenings.leave(interfaceId, port, closed);
              open.remove(closed);
            });
    try {
      listenings.enter(interfaceId, port, server);
    } catch (IllegalStateException taken) {
      server.close();
      throw taken;
    }
    open.put(server, server::close);
    return server;
  }

  /** Serves HTTPS with {@link HttpSettings#DEFAULT}. */
  public HttpListening serveHttps(
      String interfaceId, int port, TlsServer tls, HttpHandler handler) {
    return serveHttps(interfaceId, port, tls, HttpSettings.DEFAULT, handler);
  }

  /**
   * Serves plain HTTP/1.1 on 127.0.0.1 and any free port, for processes of this machine: no gate
   * stands before it.
   */
  public HttpListening serveLocal(HttpSettings settings, HttpHandler handler) {
    return serveLocal(0, settings, handler);
  }

  /**
   * As {@link #serveLocal(HttpSettings, HttpHandler)}, on a port of the caller's choice.
   *
   * @param port 0 for any that is free
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public HttpListening serveLocal(int port, HttpSettings settings, HttpHandler handler) {
    InetSocketAddress address = new InetSocketAddress(Dialer.inet(Ipv4.of(127, 0, 0, 1)), port);
    HttpServer server =
        new HttpServer(
            loops,
            address,
            new LocalAdmission(),
            HttpServer.Mode.plain(settings),
            handler,
            open::remove);
    open.put(server, server::close);
    return server;
  }

  /** Serves locally with {@link HttpSettings#DEFAULT}. */
  public HttpListening serveLocal(HttpHandler handler) {
    return serveLocal(HttpSettings.DEFAULT, handler);
  }

  /** The client that sends from an interface; the interface is looked up at each connection. */
  public HttpClient httpClient(String fromInterfaceId) {
    return clients.computeIfAbsent(fromInterfaceId, id -> new PooledClient(id, dialer, connector));
  }

  /**
   * Opens a door through which programs of this machine act as an interface.
   *
   * @param port the port on 127.0.0.1, 0 for any that is free
   * @param resolver what resolves the names
   * @param hold how long a program waits when a gate drops its packets; then it is told {@code TTL
   *     expired}. AWS's silence lasts until the program's own time-out
   * @throws java.io.UncheckedIOException if the port is taken
   */
  public SocksDoor socksDoor(String interfaceId, int port, Resolver resolver, Duration hold) {
    Vpc vpc =
        topology
            .networkInterface(interfaceId)
            .flatMap(card -> topology.vpc(card.vpcId()))
            .orElseThrow(() -> new IllegalArgumentException("no interface " + interfaceId));
    SocksSession.Outside outside =
        new SocksSession.Outside(
            interfaceId,
            resolver,
            vpc.resolver().toString(),
            () -> dnsSupport(vpc.id()),
            dialer,
            links,
            traces,
            hold);
    SocksServer server = new SocksServer(port, outside, open::remove);
    open.put(server, server::close);
    return server;
  }

  /** Opens a door that holds refused connections for 10 s. */
  public SocksDoor socksDoor(String interfaceId, int port, Resolver resolver) {
    return socksDoor(interfaceId, port, resolver, Duration.ofSeconds(10));
  }

  /**
   * Serves a VPC's names at its base address plus two, on any free port.
   *
   * @throws IllegalArgumentException if the VPC is not there
   */
  public DnsListening serveDns(String vpcId) {
    Vpc vpc =
        topology.vpc(vpcId).orElseThrow(() -> new IllegalArgumentException("no VPC " + vpcId));
    DnsReplies replies = new DnsReplies(resolver(vpcId), () -> dnsSupport(vpcId));
    Ipv4 loopback = Topology.loopback(vpc, vpc.resolver());
    DnsServer server = new DnsServer(Dialer.inet(loopback), replies, open::remove);
    open.put(server, server::close);
    return server;
  }

  private boolean dnsSupport(String vpcId) {
    return topology.vpc(vpcId).filter(Vpc::dnsSupport).isPresent();
  }

  /** Ends every listening, door, connection and thread of this fabric. Idempotent. */
  @Override
  public void close() {
    clients.values().forEach(PooledClient::close);
    open.values().forEach(Runnable::run);
    loops.close();
  }
}
