package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.TraceLog;
import dev.skybridge.network.Topology;
import dev.skybridge.network.dns.Names;
import dev.skybridge.network.dns.Resolver;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
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
  private volatile Topology topology = Topology.EMPTY;

  /**
   * @param traces where connections that were refused or dropped are noted
   */
  public Fabric(TraceLog traces) {
    this.traces = requireNonNull(traces);
  }

  /** Sets what is there now. Gates ask it for each new connection; standing ones live on. */
  public void update(Topology now) {
    topology = requireNonNull(now);
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
    return notYet(HttpListening.class);
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
    return notYet(HttpListening.class);
  }

  /** Serves locally with {@link HttpSettings#DEFAULT}. */
  public HttpListening serveLocal(HttpHandler handler) {
    return serveLocal(HttpSettings.DEFAULT, handler);
  }

  /** The client that sends from an interface; the interface is looked up at each connection. */
  public HttpClient httpClient(String fromInterfaceId) {
    return notYet(HttpClient.class);
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
    return notYet(SocksDoor.class);
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
    return notYet(DnsListening.class);
  }

  /** Ends every listening, door, connection and thread of this fabric. Idempotent. */
  @Override
  public void close() {}

  private <T> T notYet(Class<T> type) {
    throw new UnsupportedOperationException(type + ", traces: " + traces.all().size());
  }
}
