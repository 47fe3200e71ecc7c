package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Trace;
import dev.skybridge.network.Ipv4;
import dev.skybridge.network.http.HttpClient;
import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.SendFailure.Kind;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The client of one interface. */
final class PooledClient implements HttpClient {
  /** RFC 9110, 9.2.2. */
  private static final Set<String> IDEMPOTENT =
      Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

  private final String interfaceId;
  private final Dialer dialer;
  private final Connector connector;
  private final ConnectionPool pool = new ConnectionPool();

  PooledClient(String interfaceId, Dialer dialer, Connector connector) {
    this.interfaceId = requireNonNull(interfaceId);
    this.dialer = requireNonNull(dialer);
    this.connector = requireNonNull(connector);
  }

  @Override
  public HttpResponse send(
      Ipv4 target, int port, TlsClient tls, HttpRequest request, Timeouts timeouts, Trace trace)
      throws SendFailure, InterruptedException {
    ConnectionPool.Key key = new ConnectionPool.Key(target, port, tls);
    Optional<ClientConnection> kept = pool.take(key);
    if (kept.isPresent()) {
      trace.addAll(kept.get().link().reopening());
      try {
        return exchange(key, kept.get(), request, timeouts.response(), trace);
      } catch (SendFailure failure) {
        if (failure.kind() != Kind.RESET
            || !kept.get().unanswered()
            || !IDEMPOTENT.contains(request.method())) {
          throw failure;
        }
      }
    }
    return exchange(key, open(key, timeouts, trace), request, timeouts.response(), trace);
  }

  void close() {
    pool.close();
  }

  private HttpResponse exchange(
      ConnectionPool.Key key,
      ClientConnection connection,
      HttpRequest request,
      Duration timeout,
      Trace trace)
      throws SendFailure, InterruptedException {
    connection.link().trace(trace);
    try {
      return connection.exchange(request, timeout);
    } finally {
      connection.link().trace(null);
      pool.give(key, connection);
    }
  }

  private ClientConnection open(ConnectionPool.Key key, Timeouts timeouts, Trace trace)
      throws SendFailure, InterruptedException {
    Trace opening = Traces.connection("connect " + key.target() + ":" + key.port());
    Way way = dialer.dial(interfaceId, key.target(), key.port(), opening);
    trace.addAll(opening.steps());
    return switch (way) {
      case Way.Open open -> {
        ClientConnection connection =
            connector.open(
                open,
                key.tls(),
                timeouts,
                step -> {
                  opening.add(step);
                  trace.add(step);
                });
        connection.link().opening(opening.steps());
        connection.onClosed(() -> pool.forget(key, connection));
        yield connection;
      }
      case Way.Refused(String reason) -> throw new SendFailure(Kind.REFUSED, reason);
      case Way.Dropped(String reason) -> {
        Thread.sleep(timeouts.connect());
        throw new SendFailure(Kind.CONNECT_TIMEOUT, reason);
      }
    };
  }
}
