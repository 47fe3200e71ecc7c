package dev.skybridge.app.wiring;

import dev.skybridge.network.Vpc;
import dev.skybridge.network.fabric.DnsListening;
import dev.skybridge.network.fabric.Fabric;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A DNS server for each VPC that has DNS. */
final class VpcDns implements AutoCloseable {
  private final Fabric fabric;
  private final Map<String, DnsListening> servers = new HashMap<>();

  VpcDns(Fabric fabric) {
    this.fabric = fabric;
  }

  synchronized void reconcile() {
    Set<String> wanted = new HashSet<>();
    for (Vpc vpc : fabric.topology().vpcs()) {
      if (vpc.dnsSupport()) {
        wanted.add(vpc.id());
      }
    }
    servers
        .entrySet()
        .removeIf(entry -> {
          boolean gone = !wanted.contains(entry.getKey());
          if (gone) {
            entry.getValue().close();
          }
          return gone;
        });
    wanted.forEach(id -> servers.computeIfAbsent(id, fabric::serveDns));
  }

  /** Where the server of each VPC really listens. */
  synchronized Map<String, String> loopbacks() {
    Map<String, String> addresses = new HashMap<>();
    servers.forEach((id, server) ->
        addresses.put(
            id,
            server.loopback().getAddress().getHostAddress() + ":" + server.loopback().getPort()));
    return addresses;
  }

  @Override
  public synchronized void close() {
    servers.values().forEach(DnsListening::close);
    servers.clear();
  }
}
