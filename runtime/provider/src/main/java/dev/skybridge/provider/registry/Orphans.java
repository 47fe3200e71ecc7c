package dev.skybridge.provider.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.cty.ValueJson;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Instances that run although no Terraform state knows them. */
public final class Orphans {
  private final Registry registry;

  /** Compares by the ids that the registry's types give. */
  public Orphans(Registry registry) {
    this.registry = registry;
  }

  /**
   * Those of {@code entries} that no state holds.
   *
   * @param entries the instances of the account and Region that the states are about
   * @param states Terraform states, format 4
   */
  public List<InventoryEntry> of(
      Collection<InventoryEntry> entries, Collection<? extends JsonNode> states) {
    var known = new HashSet<Known>();
    states.forEach(state -> add(state, known));
    return entries.stream()
        .filter(entry -> !known.contains(new Known(entry.type(), entry.id())))
        .toList();
  }

  private void add(JsonNode state, Set<Known> known) {
    for (var resource : state.path("resources")) {
      var name = resource.path("type").asText();
      var served = registry.types().resources().get(name);
      if (served == null || !resource.path("mode").asText().equals("managed")) {
        continue;
      }
      for (var instance : resource.path("instances")) {
        ResourceType type = served.type();
        var attributes = ValueJson.readObject(served.schema().type(), instance.path("attributes"));
        known.add(new Known(name, type.id(attributes)));
      }
    }
  }

  /** The command that makes a state know an instance; NAME is the author's to fill in. */
  public static String importLine(InventoryEntry entry) {
    return "terraform import '%s.NAME' '%s'".formatted(entry.type(), entry.id());
  }

  private record Known(String type, String id) {}
}
