package dev.skybridge.network.fabric;

import dev.skybridge.network.Ipv4;
import dev.skybridge.network.tls.TlsClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The open connections of one client that carry no request now. Guarded by itself. */
final class ConnectionPool {
  /** More than these per target are closed instead of kept. */
  private static final int MAXIMUM_IDLE = 64;

  private final Map<Key, Deque<ClientConnection>> idle = new HashMap<>();
  private boolean closed;

  /** Which connections are alike. */
  record Key(Ipv4 target, int port, TlsClient tls) {}

  /** The connection that was used last, for it is the least likely to be closed by the target. */
  synchronized Optional<ClientConnection> take(Key key) {
    Deque<ClientConnection> connections = idle.getOrDefault(key, new ArrayDeque<>());
    while (!connections.isEmpty()) {
      ClientConnection connection = connections.removeLast();
      if (connection.active()) {
        return Optional.of(connection);
      }
    }
    return Optional.empty();
  }

  /** Keeps a connection for later, or closes it. */
  synchronized void give(Key key, ClientConnection connection) {
    Deque<ClientConnection> connections = idle.computeIfAbsent(key, any -> new ArrayDeque<>());
    if (closed || !connection.reusable() || connections.size() >= MAXIMUM_IDLE) {
      connection.close();
    } else {
      connections.addLast(connection);
    }
  }

  /** Forgets a connection that is closed. */
  synchronized void forget(Key key, ClientConnection connection) {
    Deque<ClientConnection> connections = idle.get(key);
    if (connections != null) {
      connections.remove(connection);
      if (connections.isEmpty()) {
        idle.remove(key);
      }
    }
  }

  synchronized void close() {
    closed = true;
    idle.values().forEach(connections -> connections.forEach(ClientConnection::close));
  }
}
