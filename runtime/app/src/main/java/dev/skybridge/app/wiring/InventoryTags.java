package dev.skybridge.app.wiring;

import dev.skybridge.policy.AccountId;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.cty.MapValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.services.api.TagSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** The tags of what was applied. */
final class InventoryTags implements TagSource {
  private final Inventory inventory;

  InventoryTags(Inventory inventory) {
    this.inventory = inventory;
  }

  @Override
  public List<TaggedResource> of(AccountId account) {
    return inventory.entries().stream()
        .filter(entry -> entry.scope().account().equals(account))
        .flatMap(entry -> resource(entry).stream())
        .toList();
  }

  private static Optional<TaggedResource> resource(InventoryEntry entry) {
    TreeMap<String, String> tags = new TreeMap<>();
    if (value(entry, "tags_all") instanceof MapValue(var all)) {
      all.forEach((key, value) -> {
        if (value instanceof Value.Text(String text)) {
          tags.put(key, text);
        }
      });
    }
    String arn = value(entry, "arn") instanceof Value.Text(String text) ? text : "";
    return tags.isEmpty()
        ? Optional.empty()
        : Optional.of(new TaggedResource(entry.scope().region(), entry.id(), arn, tags));
  }

  private static Value value(InventoryEntry entry, String attribute) {
    return entry.state().attributes().getOrDefault(attribute, Value.ofNull());
  }
}
