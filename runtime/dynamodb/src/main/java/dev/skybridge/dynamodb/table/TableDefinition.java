package dev.skybridge.dynamodb.table;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A table.
 *
 * @param id where its items are; never used twice in a store
 * @param uuid what the API calls its id
 * @param attributes those of all keys, in the order of the request
 */
public record TableDefinition(
    int id,
    String uuid,
    String name,
    Instant created,
    KeySchema keys,
    List<KeySchema.Attribute> attributes,
    List<IndexDefinition> indexes,
    Optional<TimeToLive> timeToLive,
    Settings settings) {
  public TableDefinition {
    requireNonNull(uuid);
    requireNonNull(name);
    requireNonNull(created);
    requireNonNull(keys);
    requireNonNull(timeToLive);
    requireNonNull(settings);
    attributes = List.copyOf(attributes);
    indexes = List.copyOf(indexes);
  }

  /** The index of a name. */
  public Optional<IndexDefinition> index(String wanted) {
    return indexes.stream().filter(index -> index.name().equals(wanted)).findFirst();
  }

  /** The global or the local ones. */
  public List<IndexDefinition> indexes(boolean global) {
    return indexes.stream().filter(index -> index.global() == global).toList();
  }

  /** The same table with other indexes. */
  public TableDefinition withIndexes(
      List<KeySchema.Attribute> keyAttributes, List<IndexDefinition> wanted) {
    return new TableDefinition(
        id, uuid, name, created, keys, keyAttributes, wanted, timeToLive, settings);
  }

  /** The same table with another expiry. */
  public TableDefinition withTimeToLive(Optional<TimeToLive> wanted) {
    return new TableDefinition(
        id, uuid, name, created, keys, attributes, indexes, wanted, settings);
  }

  /** The same table with other settings. */
  public TableDefinition withSettings(Settings wanted) {
    return new TableDefinition(
        id, uuid, name, created, keys, attributes, indexes, timeToLive, wanted);
  }
}
