package dev.skybridge.network.fabric;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What listens, by interface and AWS-side port. */
final class Listenings {
  private final ConcurrentMap<Key, HttpServer> servers = new ConcurrentHashMap<>();

  /**
   * @throws IllegalStateException if something listens there already
   */
  void enter(String interfaceId, int port, HttpServer server) {
    if (servers.putIfAbsent(new Key(interfaceId, port), server) != null) {
      throw new IllegalStateException("something listens at port " + port + " of " + interfaceId);
    }
  }

  void leave(String interfaceId, int port, HttpServer server) {
    servers.remove(new Key(interfaceId, port), server);
  }

  Optional<InetSocketAddress> find(String interfaceId, int port) {
    return Optional.ofNullable(servers.get(new Key(interfaceId, port))).map(HttpServer::loopback);
  }

  List<HttpServer> all() {
    return List.copyOf(servers.values());
  }

  private record Key(String interfaceId, int port) {}
}
