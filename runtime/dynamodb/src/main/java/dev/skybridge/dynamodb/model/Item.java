package dev.skybridge.dynamodb.model;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An item, a part of one, or a key: attributes by name. Immutable.
 *
 * @param attributes the names keep their order
 */
public record Item(Map<String, AttributeValue> attributes) {
  /** An item without attributes. */
  public static final Item EMPTY = new Item(Map.of());

  /**
   * The most bytes of an item, names included: 400 KB.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
   */
  public static final int MOST_BYTES = 400 * 1024;

  public Item {
    attributes = Attributes.copy(attributes);
  }

  /** The value of a top-level attribute; null when there is none of that name. */
  public @Nullable AttributeValue attribute(String name) {
    return attributes.get(name);
  }

  /** Whether a top-level attribute of the name is there. */
  public boolean has(String name) {
    return attributes.containsKey(name);
  }

  /** The item with one top-level attribute set. */
  public Item with(String name, AttributeValue value) {
    Map<String, AttributeValue> changed = new LinkedHashMap<>(attributes);
    changed.put(name, value);
    return new Item(changed);
  }

  /** The attributes of the given names that are there, in the names' order. */
  public Item only(Iterable<String> names) {
    Map<String, AttributeValue> kept = new LinkedHashMap<>();
    for (String name : names) {
      AttributeValue value = attributes.get(name);
      if (value != null) {
        kept.put(name, value);
      }
    }
    return new Item(kept);
  }

  /** Bytes as DynamoDB counts them; see {@link ItemSize}. */
  public int size() {
    return ItemSize.of(attributes);
  }
}
