package dev.skybridge.provider.registry;

import dev.skybridge.provider.InventoryEntry;

/** A creation of what is there already, for example after an apply that was killed. */
final class AlreadyExistsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  AlreadyExistsException(InventoryEntry entry) {
    super(
        "%s %s exists already in account %s. If a broken-off apply made it, take it over: %s"
            .formatted(
                entry.type(), entry.id(), entry.scope().account(), Orphans.importLine(entry)));
  }
}
