package dev.skybridge.provider.registry;

import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.cty.ObjectValue;
import dev.skybridge.provider.cty.Value;
import dev.skybridge.provider.cty.ValueJson;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Makes the ids of one creation when they are first asked for: only then is an ordinal used up. */
final class CreationIds implements Supplier<Ids> {
  private final Inventory inventory;
  private final String creation;
  private Ids made = new Ids("");
  private boolean asked;

  CreationIds(Inventory inventory, Scope scope, String type, ObjectValue planned) {
    this.inventory = inventory;
    var known = new TreeMap<String, Value>();
    planned
        .attributes()
        .forEach((name, value) -> {
          if (value.isWhollyKnown() && !value.isNull()) {
            known.put(name, value);
          }
        });
    creation =
        String.join(
            "\n",
            scope.account().value(),
            scope.region().name(),
            type,
            ValueJson.write(new ObjectValue(known)).toString());
  }

  @Override
  public Ids get() {
    if (!asked) {
      var key = new Ids(creation).hex(32);
      made = new Ids(creation + "\n" + inventory.ordinal(key));
      asked = true;
    }
    return made;
  }

  /** Whether an id of these was asked for. */
  boolean used() {
    return asked;
  }
}
