package dev.skybridge.provider.example;

import dev.skybridge.policy.Scope;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A service as all are: immutable records by account, Region and id. */
final class Gateways {
  private final Map<Key, Gateway> gateways = new ConcurrentHashMap<>();

  void put(Gateway gateway) {
    gateways.put(new Key(gateway.scope(), gateway.id()), gateway);
  }

  void remove(Scope scope, String id) {
    gateways.remove(new Key(scope, id));
  }

  Optional<Gateway> find(Scope scope, String id) {
    return Optional.ofNullable(gateways.get(new Key(scope, id)));
  }

  record Gateway(Scope scope, String id, Optional<String> vpc) {}

  private record Key(Scope scope, String id) {}
}
