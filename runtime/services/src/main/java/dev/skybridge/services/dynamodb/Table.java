package dev.skybridge.services.dynamodb;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.Scope;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A table.
 *
 * @param scope its account and Region
 * @param name its name
 * @param id what tells it from an earlier table of the same name
 * @param attributes the attributes of its keys and their types: S, N or B
 * @param key its primary key
 * @param global its global secondary indexes
 * @param local its local secondary indexes
 * @param expiry the attribute that holds when an item expires; empty without time to live
 * @param deletionProtection whether it refuses to be deleted
 */
public record Table(
    Scope scope,
    String name,
    String id,
    SortedMap<String, String> attributes,
    Key key,
    List<Index> global,
    List<Index> local,
    Optional<String> expiry,
    boolean deletionProtection) {
  public Table {
    requireNonNull(scope);
    requireNonNull(name);
    requireNonNull(id);
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
    requireNonNull(key);
    global = List.copyOf(global);
    local = List.copyOf(local);
    requireNonNull(expiry);
  }

  /**
   * A key.
   *
   * @param hash the partition key's attribute
   * @param range the sort key's attribute
   */
  public record Key(String hash, Optional<String> range) {
    public Key {
      requireNonNull(hash);
      requireNonNull(range);
    }
  }

  /**
   * A secondary index.
   *
   * @param projection ALL, KEYS_ONLY or INCLUDE
   * @param included the attributes of INCLUDE
   */
  public record Index(String name, Key key, String projection, List<String> included) {
    public Index {
      requireNonNull(name);
      requireNonNull(key);
      requireNonNull(projection);
      included = List.copyOf(included);
    }
  }

  /** Its ARN. */
  public Arn arn() {
    return scope.arn("dynamodb", "table/" + name);
  }
}
