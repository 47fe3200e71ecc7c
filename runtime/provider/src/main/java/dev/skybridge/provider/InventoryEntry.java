package dev.skybridge.provider;

import dev.skybridge.policy.Scope;
import dev.skybridge.provider.cty.ObjectValue;

/**
 * One applied resource instance.
 *
 * @param scope account and Region of the provider configuration that applied it
 * @param type Terraform's type name
 * @param id the id by which {@code terraform import} knows it
 * @param state every attribute; secret ones are null
 * @param remembered what its type keeps beside the state
 */
public record InventoryEntry(
    Scope scope, String type, String id, ObjectValue state, PrivateData remembered) {
  /** What tells this instance from every other. */
  public Key key() {
    return new Key(scope, type, id);
  }

  /** What tells an instance from every other. */
  public record Key(Scope scope, String type, String id) {}
}
