package dev.skybridge.provider.cty;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** A map from string to value, ordered by key. */
public record MapValue(Map<String, Value> entries) implements Value {
  /** The map without entries. */
  public static final MapValue EMPTY = new MapValue(Map.of());

  public MapValue {
    entries = Collections.unmodifiableMap(new TreeMap<>(entries));
  }

  @Override
  public String toString() {
    return entries.toString();
  }
}
