package dev.skybridge.provider;

import java.util.List;
import java.util.Optional;

/**
 * Every applied resource instance, durable: a method returns when its change would survive a crash.
 *
 * <p>The registry calls it under its own lock, one call at a time.
 */
public interface Inventory {
  /** Adds or replaces the instance with this entry's key; a new one comes last in order. */
  void put(InventoryEntry entry);

  /** Removes an instance; no effect when it is not there. */
  void remove(InventoryEntry.Key key);

  /** The instance, if there. */
  Optional<InventoryEntry> find(InventoryEntry.Key key);

  /** All instances, oldest first. */
  List<InventoryEntry> entries();

  /**
   * How often this was asked before with the same {@code key}, from 0; counted for ever, so that an
   * id is never used twice, not even after a destroy.
   */
  int ordinal(String key);
}
