package dev.skybridge.network.dns;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.Ipv4;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Names that AWS itself gives: load balancers, VPC endpoints, instances. Each owner publishes all
 * of its names at once. Thread-safe.
 */
public final class Names {
  private final Map<String, Map<String, List<Ipv4>>> byOwner = new HashMap<>();
  private volatile Map<String, List<Ipv4>> all = Map.of();

  /**
   * Publishes the names of {@code owner} instead of all that it had before; an empty map withdraws
   * them.
   *
   * @param owner who has the names, e.g. an ARN
   * @param names addresses by name, without a dot at the end; {@code *.name} stands for all below
   */
  public synchronized void publish(String owner, Map<String, List<Ipv4>> names) {
    Map<String, List<Ipv4>> copy = new HashMap<>();
    names.forEach((name, addresses) -> copy.put(canonical(name), List.copyOf(addresses)));
    if (copy.isEmpty()) {
      byOwner.remove(requireNonNull(owner));
    } else {
      byOwner.put(requireNonNull(owner), copy);
    }
    Map<String, List<Ipv4>> merged = new HashMap<>();
    byOwner.values().forEach(merged::putAll);
    all = Map.copyOf(merged);
  }

  /** The addresses of a name; empty if nobody published it. */
  public Optional<List<Ipv4>> find(String name) {
    String wanted = canonical(name);
    Map<String, List<Ipv4>> now = all;
    List<Ipv4> exact = now.get(wanted);
    if (exact != null) {
      return Optional.of(exact);
    }
    int dot = wanted.indexOf('.');
    return dot < 0 ? Optional.empty() : Optional.ofNullable(now.get("*" + wanted.substring(dot)));
  }

  /** A name in lower case without the dot at its end. */
  static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
