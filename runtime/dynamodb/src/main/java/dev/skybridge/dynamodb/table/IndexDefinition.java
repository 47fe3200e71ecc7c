package dev.skybridge.dynamodb.table;

import static java.util.Objects.requireNonNull;

import dev.skybridge.dynamodb.model.Item;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A secondary index.
 *
 * @param id where its entries are; never used twice in a store
 * @param global false for a local one
 * @param throughput of a global index of a provisioned table
 */
public record IndexDefinition(
    int id,
    String name,
    boolean global,
    KeySchema keys,
    Projection projection,
    Status status,
    Optional<Throughput> throughput) {
  /** Writes keep an index that is being created as well; only reads wait for its being active. */
  public enum Status {
    CREATING,
    ACTIVE
  }

  public IndexDefinition {
    requireNonNull(name);
    requireNonNull(keys);
    requireNonNull(projection);
    requireNonNull(status);
    requireNonNull(throughput);
  }

  /** Whether it has an entry for an item: one with values of its key. */
  public boolean holds(Item item) {
    return KeySchema.values(keys.hash(), item).isPresent()
        && KeySchema.values(keys.range(), item).isPresent();
  }

  /** What the index has of an item of its table. */
  public Item project(Item item, KeySchema table) {
    return projection.type() == Projection.Type.ALL ? item : item.only(projected(table));
  }

  /** Whether all of an item's attributes are in the index. */
  public boolean projectsAll() {
    return projection.type() == Projection.Type.ALL;
  }

  /** The names of the attributes it has, unless it has all. */
  public Set<String> projected(KeySchema table) {
    Set<String> names = new LinkedHashSet<>(table.names());
    names.addAll(keys.names());
    names.addAll(projection.nonKeyAttributes());
    return names;
  }

  /** The same index, active. */
  public IndexDefinition active() {
    return new IndexDefinition(id, name, global, keys, projection, Status.ACTIVE, throughput);
  }

  /** The same index with its id. */
  public IndexDefinition withId(int wanted) {
    return new IndexDefinition(wanted, name, global, keys, projection, status, throughput);
  }

  /** The same index with another throughput. */
  public IndexDefinition withThroughput(Throughput wanted) {
    return new IndexDefinition(id, name, global, keys, projection, status, Optional.of(wanted));
  }
}
