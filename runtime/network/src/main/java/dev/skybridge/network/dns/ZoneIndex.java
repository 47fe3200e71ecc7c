package dev.skybridge.network.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The records of a zone by name, with the wildcards of RFC 4592. */
final class ZoneIndex {
  private final Zone zone;
  private final Map<String, List<Zone.RecordSet>> byName = new HashMap<>();
  private final Set<String> existing = new HashSet<>();

  ZoneIndex(Zone zone) {
    this.zone = zone;
    existing.add(zone.name());
    for (Zone.RecordSet one : zone.records()) {
      byName.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(one);
      for (String name = one.name(); holds(name) && existing.add(name); name = parent(name)) {}
    }
  }

  String id() {
    return zone.id();
  }

  String name() {
    return zone.name();
  }

  /** Whether {@code name} is the apex or below it. */
  boolean holds(String name) {
    return name.equals(zone.name()) || name.endsWith("." + zone.name());
  }

  /** Whether {@code name} has records, stands above one that has, or is covered by a wildcard. */
  boolean exists(String name) {
    return existing.contains(name) || !find(name).isEmpty();
  }

  /** The records at {@code name}, or of the wildcard that covers it. */
  List<Zone.RecordSet> find(String name) {
    if (existing.contains(name)) {
      return byName.getOrDefault(name, List.of());
    }
    String above = parent(name);
    while (!existing.contains(above)) {
      above = parent(above);
    }
    return byName.getOrDefault("*." + above, List.of());
  }

  private static String parent(String name) {
    return name.substring(name.indexOf('.') + 1);
  }
}
