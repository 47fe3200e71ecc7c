package dev.skybridge.provider.registry;

import dev.skybridge.policy.Principal;
import dev.skybridge.provider.DataSourceType;
import dev.skybridge.provider.Diagnostics;
import dev.skybridge.provider.Ids;
import dev.skybridge.provider.Inventory;
import dev.skybridge.provider.InventoryEntry;
import dev.skybridge.provider.PrivateData;
import dev.skybridge.provider.ResourceType;
import dev.skybridge.provider.cty.ObjectValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Everything that is served, and the only way to change it: one for all accounts.
 *
 * <p>One lock for the whole registry: a change, a read and the reconcile after a change never meet
 * another. Terraform walks ten resources at a time, but a change here takes milliseconds.
 */
public final class Registry {
  private final TypeIndex types;
  private final Inventory inventory;
  private final Runnable reconcile;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * A registry that serves these types.
   *
   * @param reconcile makes sockets, processes and zones equal to the services' records; called
   *     after every change, under the registry's lock
   * @throws IllegalArgumentException when a type has no schema or is there twice
   */
  public Registry(
      List<? extends ResourceType> resources,
      List<? extends DataSourceType> dataSources,
      Inventory inventory,
      Runnable reconcile) {
    this.types = new TypeIndex(resources, dataSources);
    this.inventory = inventory;
    this.reconcile = reconcile;
  }

  /** What is served, by Terraform's names. */
  public TypeIndex types() {
    return types;
  }

  /**
   * Hands every instance of the inventory to its service, oldest first, then reconciles once.
   *
   * @throws NotServedException when the inventory holds a type that is not served
   */
  public void boot() {
    lock.lock();
    try {
      for (var entry : inventory.entries()) {
        var account = entry.scope().account();
        var root = entry.scope().globalArn("iam", "root").toString();
        var connection =
            new Connection(entry.scope(), Principal.Identity.user(root, account), Map.of());
        var context =
            new OperationContext(
                connection, Registry::noIds, entry.remembered(), new Diagnostics());
        types.resource(entry.type()).type().apply(context, entry.state(), entry.remembered());
      }
      reconcile.run();
    } finally {
      lock.unlock();
    }
  }

  /** Plans one instance; empty configuration = destroy, which needs no plan. */
  public Plan plan(
      Connection connection,
      String type,
      Optional<ObjectValue> prior,
      ObjectValue configuration,
      PrivateData remembered,
      Diagnostics diagnostics) {
    var served = types.resource(type);
    var context = new OperationContext(connection, Registry::noIds, remembered, diagnostics);
    var planned = served.plan(context, configuration, prior, connection.defaultTags());
    var replacements = prior.map(state -> served.replacements(state, planned)).orElse(List.of());
    return new Plan(planned, replacements);
  }

  /**
   * Creates an instance: service, then inventory, then the answer.
   *
   * @throws RuntimeException what the type threw; nothing was created then
   */
  public Applied create(
      Connection connection, String type, ObjectValue planned, Diagnostics diagnostics) {
    return locked(() -> {
      var served = types.resource(type);
      var decided = decide(connection, served, planned, diagnostics);
      var context = decided.context();
      var state = decided.state();
      try {
        served.type().apply(context, state, context.remembered());
      } catch (RuntimeException e) {
        undo(() -> served.type().remove(context, state), e);
        throw e;
      }
      inventory.put(decided.entry());
      reconciled(diagnostics);
      return new Applied(state, context.remembered());
    });
  }

  /** A new instance that nobody has yet. */
  private record Decided(OperationContext context, ObjectValue state, InventoryEntry entry) {}

  /**
   * Decides a new instance. An id that an instance has already, because a snapshot brought it, is
   * passed over for the next one.
   */
  private Decided decide(
      Connection connection, Served served, ObjectValue planned, Diagnostics diagnostics) {
    Optional<InventoryEntry.Key> before = Optional.empty();
    while (true) {
      var ids = new CreationIds(inventory, connection.scope(), served.type().name(), planned);
      var said = new Diagnostics();
      var context = new OperationContext(connection, ids, PrivateData.EMPTY, said);
      var state = served.complete(served.type().create(context, planned), connection.defaultTags());
      var entry = entry(connection, served, state, context.remembered());
      if (inventory.find(entry.key()).isEmpty()) {
        said.all().forEach(diagnostics::add);
        return new Decided(context, state, entry);
      }
      // An id that stays the same is a name that somebody gave.
      if (!ids.used() || before.equals(Optional.of(entry.key()))) {
        throw new AlreadyExistsException(entry);
      }
      before = Optional.of(entry.key());
    }
  }

  /**
   * Changes an instance in place.
   *
   * @throws RuntimeException what the type threw; nothing was changed then
   */
  public Applied update(
      Connection connection,
      String type,
      ObjectValue prior,
      ObjectValue planned,
      PrivateData remembered,
      Diagnostics diagnostics) {
    return locked(() -> {
      var served = types.resource(type);
      var ids = new CreationIds(inventory, connection.scope(), type, planned);
      var context = new OperationContext(connection, ids, remembered, diagnostics);
      var state =
          served.complete(served.type().update(context, prior, planned), connection.defaultTags());
      var entry = entry(connection, served, state, context.remembered());
      try {
        served.type().apply(context, state, context.remembered());
      } catch (RuntimeException e) {
        undo(() -> served.type().apply(context, prior, remembered), e);
        throw e;
      }
      inventory.put(entry);
      reconciled(diagnostics);
      return new Applied(state, context.remembered());
    });
  }

  /**
   * Destroys an instance; one that is already gone is no error.
   *
   * @throws RuntimeException what the type threw; the instance stays then
   */
  public void destroy(
      Connection connection,
      String type,
      ObjectValue state,
      PrivateData remembered,
      Diagnostics diagnostics) {
    locked(() -> {
      var served = types.resource(type);
      var context = new OperationContext(connection, Registry::noIds, remembered, diagnostics);
      var key = new InventoryEntry.Key(connection.scope(), type, served.type().id(state));
      if (inventory.find(key).isPresent()) {
        served.type().remove(context, state);
        inventory.remove(key);
        reconciled(diagnostics);
      }
      return key;
    });
  }

  /** The instance as it is now; empty when it is gone. */
  public Optional<Applied> read(
      Connection connection, String type, ObjectValue state, Diagnostics diagnostics) {
    return locked(() -> {
      var served = types.resource(type);
      return find(connection, served, served.type().id(state), diagnostics)
          .map(found -> new Applied(served.withSecrets(found.state(), state), found.remembered()));
    });
  }

  /** The instance that {@code terraform import} names; empty when there is none. */
  public Optional<Applied> find(
      Connection connection, String type, String id, Diagnostics diagnostics) {
    return locked(() -> find(connection, types.resource(type), id, diagnostics));
  }

  /**
   * Reads a data source.
   *
   * @throws NotServedException when it is not served
   */
  public ObjectValue readData(
      Connection connection, String type, ObjectValue configuration, Diagnostics diagnostics) {
    return locked(() -> types.dataSource(type).read(connection, configuration, diagnostics));
  }

  private Optional<Applied> find(
      Connection connection, Served served, String id, Diagnostics diagnostics) {
    var key = new InventoryEntry.Key(connection.scope(), served.type().name(), id);
    return inventory
        .find(key)
        .flatMap(entry -> {
          var context =
              new OperationContext(connection, Registry::noIds, entry.remembered(), diagnostics);
          return served
              .type()
              .read(context, entry.state())
              .map(state -> served.complete(state, Map.of()))
              .map(state -> new Applied(state, entry.remembered()));
        });
  }

  private static InventoryEntry entry(
      Connection connection, Served served, ObjectValue state, PrivateData remembered) {
    return new InventoryEntry(
        connection.scope(),
        served.type().name(),
        served.type().id(state),
        served.withoutSecrets(state),
        remembered);
  }

  /** What AWS would notice later: the instance stays, the reason is shown. */
  private void reconciled(Diagnostics diagnostics) {
    try {
      reconcile.run();
    } catch (RuntimeException e) {
      diagnostics.error("", "Applied, but not running", String.valueOf(e.getMessage()));
    }
  }

  private static void undo(Runnable step, RuntimeException cause) {
    try {
      step.run();
    } catch (RuntimeException e) {
      cause.addSuppressed(e);
    }
  }

  private static Ids noIds() {
    throw new IllegalStateException("ids are made at creation and update only");
  }

  private <T> T locked(Supplier<T> step) {
    lock.lock();
    try {
      return step.get();
    } finally {
      lock.unlock();
    }
  }

  /** A planned state and what of it needs a replacement. */
  public record Plan(ObjectValue planned, List<AttributePath> replacements) {
    public Plan {
      replacements = List.copyOf(replacements);
    }
  }

  /** A state, and what its type keeps beside it. */
  public record Applied(ObjectValue state, PrivateData remembered) {}
}
