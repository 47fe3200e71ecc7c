package dev.skybridge.app.boot;

import dev.skybridge.app.UserError;
import dev.skybridge.app.deployment.Deployment;
import dev.skybridge.app.deployment.StateFile;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.ValueJson;
import dev.skybridge.provider.protocol.PrivateWire;
import dev.skybridge.provider.registry.NotServedException;
import dev.skybridge.provider.registry.Registry;
import dev.skybridge.provider.registry.Served;
import java.util.Base64;
import java.util.List;

/** Inventory entries made of states, as if an apply had made each instance. */
final class SnapshotBoot {
  private final Registry registry;

  SnapshotBoot(Registry registry) {
    this.registry = registry;
  }

  /**
   * The instances of a deployment's state, each behind those it depends on.
   *
   * @throws UserError when the state holds what cannot be served or read
   */
  List<InventoryEntry> entries(Deployment deployment, StateFile state) {
    Scope scope = new Scope(new AccountId(deployment.account()), new Region(deployment.region()));
    return state.instances().stream().map(one -> entry(scope, deployment, one)).toList();
  }

  private InventoryEntry entry(Scope scope, Deployment deployment, StateFile.Instance instance) {
    try {
      Served served = registry.types().resource(instance.type());
      ObjectValue attributes = ValueJson.readObject(served.schema().type(), instance.attributes());
      return new InventoryEntry(
          scope,
          instance.type(),
          served.type().id(attributes),
          attributes,
          PrivateWire.read(Base64.getDecoder().decode(instance.remembered())));
    } catch (NotServedException | IllegalArgumentException | IllegalStateException e) {
      throw new UserError(
          "snapshot of " + deployment.name() + ": " + instance.address() + ": " + e.getMessage(),
          "Restore the file from version control or write it again with ./skybridge snapshot.",
          e);
    }
  }
}
