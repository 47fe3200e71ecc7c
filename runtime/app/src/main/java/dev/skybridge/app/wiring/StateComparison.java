package dev.skybridge.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.registry.Orphans;
import dev.skybridge.provider.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what runs although no working state of Terraform knows it, e.g. after a SIGKILL in
 * mid-apply.
 */
final class StateComparison {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Registry registry;
  private final Inventory inventory;

  StateComparison(Registry registry, Inventory inventory) {
    this.registry = registry;
    this.inventory = inventory;
  }

  /**
   * @param states the working state's path by deployment; nothing is compared when there are none
   * @param status gets {@code orphans}, and {@code problems} for states that cannot be read
   */
  void orphans(JsonNode states, ObjectNode status) {
    ArrayNode rows = status.putArray("orphans");
    if (states.isEmpty()) {
      return;
    }
    ArrayNode problems = status.putArray("problems");
    List<JsonNode> known = new ArrayList<>();
    states
        .properties()
        .forEach(state -> {
          Path path = Path.of(state.getValue().asText());
          try {
            if (Files.exists(path)) {
              known.add(JSON.readTree(Files.readString(path)));
            }
          } catch (IOException e) {
            problems.add("state of " + state.getKey() + ": cannot be read (" + path + ")");
          }
        });
    for (InventoryEntry entry : new Orphans(registry).of(inventory.entries(), known)) {
      rows.addObject()
          .put("account", entry.scope().account().value())
          .put("type", entry.type())
          .put("id", entry.id())
          .put("import", Orphans.importLine(entry));
    }
  }
}
