package dev.skybridge.services.elb;

import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
import dev.skybridge.policy.Arn;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** The sockets of listeners, one for each node. Not thread-safe: {@link Elb} holds its lock. */
final class Listenings implements AutoCloseable {
  /** A listener at a node. */
  record Key(Arn listener, String interfaceId, int port) {}

  /**
   * How a listener serves.
   *
   * @param policy protocols and suites; the certificates are chosen at each handshake
   */
  record Terms(SslPolicy policy, HttpSettings settings) {}

  private record Open(Terms terms, HttpListening listening) {}

  private final Fabric fabric;
  private final Function<Arn, TlsServer> tls;
  private final Function<Key, HttpHandler> handlers;
  private final Map<Key, Open> open = new HashMap<>();

  Listenings(Fabric fabric, Function<Arn, TlsServer> tls, Function<Key, HttpHandler> handlers) {
    this.fabric = fabric;
    this.tls = tls;
    this.handlers = handlers;
  }

  /** Opens, changes and closes what differs; a node without its interface waits for it. */
  void reconcile(Map<Key, Terms> wanted) {
    open.entrySet()
        .removeIf(entry -> {
          boolean gone = !wanted.containsKey(entry.getKey());
          if (gone) {
            entry.getValue().listening().close();
          }
          return gone;
        });
    wanted.forEach(this::open);
  }

  @Override
  public void close() {
    reconcile(Map.of());
  }

  private void open(Key key, Terms terms) {
    Open now = open.get(key);
    if (now == null) {
      if (fabric.topology().networkInterface(key.interfaceId()).isPresent()) {
        HttpListening listening =
            fabric.serveHttps(
                key.interfaceId(),
                key.port(),
                tls.apply(key.listener()),
                terms.settings(),
                handlers.apply(key));
        open.put(key, new Open(terms, listening));
      }
    } else if (!now.terms().equals(terms)) {
      now.listening().update(tls.apply(key.listener()), terms.settings());
      open.put(key, new Open(terms, now.listening()));
    }
  }
}
