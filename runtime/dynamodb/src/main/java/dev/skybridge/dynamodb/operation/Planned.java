package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.store.Change;
import dev.skybridge.dynamodb.table.TableDefinition;
import dev.skybridge.dynamodb.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A change that is planned on the caller's thread, for the tables as they are then, and happens on
 * the writer's. When one of them was changed between, it is planned again.
 */
final class Planned {
  private final Tables tables;
  private final List<TableDefinition> used = new ArrayList<>();

  private Planned(Tables tables) {
    this.tables = tables;
  }

  /** A table changed since. */
  private static final class Outdated extends RuntimeException {
    private static final long serialVersionUID = 1;

    Outdated() {
      super(null, null, false, false);
    }
  }

  /** Plans and does it. */
  static <T> T write(Tables tables, Function<Planned, Change<T>> plan) {
    while (true) {
      Planned planned = new Planned(tables);
      Change<T> change = plan.apply(planned);
      try {
        return tables.write(transaction -> {
          planned.check();
          return change.apply(transaction);
        });
      } catch (Outdated e) {
        // Plan again.
      }
    }
  }

  /** The table of a name, as the plan assumes it. */
  TableDefinition table(String name) {
    TableDefinition table = TableName.find(tables, name);
    used.add(table);
    return table;
  }

  Tables tables() {
    return tables;
  }

  // The same object, or the plan is of another state.
  @SuppressWarnings("ReferenceEquality")
  private void check() {
    for (TableDefinition table : used) {
      if (tables.catalog().find(table.name()).orElse(null) != table) {
        throw new Outdated();
      }
    }
  }
}
