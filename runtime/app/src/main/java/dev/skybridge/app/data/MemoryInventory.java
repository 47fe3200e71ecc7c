package dev.skybridge.app.data;

import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.InventoryEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An inventory that is forgotten with the process: what a plan is tried on. Its monitor guards it.
 */
public final class MemoryInventory implements Inventory {
  private final Map<InventoryEntry.Key, InventoryEntry> entries = new LinkedHashMap<>();
  private final Map<String, Integer> ordinals;

  /**
   * An inventory that begins with what another holds.
   *
   * @param ordinals the next ordinal of each key
   */
  public MemoryInventory(List<InventoryEntry> entries, Map<String, Integer> ordinals) {
    entries.forEach(entry -> this.entries.put(entry.key(), entry));
    this.ordinals = new HashMap<>(ordinals);
  }

  @Override
  public synchronized void put(InventoryEntry entry) {
    entries.put(entry.key(), entry);
  }

  @Override
  public synchronized void remove(InventoryEntry.Key key) {
    entries.remove(key);
  }

  @Override
  public synchronized Optional<InventoryEntry> find(InventoryEntry.Key key) {
    return Optional.ofNullable(entries.get(key));
  }

  @Override
  public synchronized List<InventoryEntry> entries() {
    return List.copyOf(entries.values());
  }

  @Override
  public synchronized int ordinal(String key) {
    return ordinals.merge(key, 1, Integer::sum) - 1;
  }
}
