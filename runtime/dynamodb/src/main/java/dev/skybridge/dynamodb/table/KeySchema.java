package dev.skybridge.dynamodb.table;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes that make a key of a table or index: those of the partition key, those that sort.
 *
 * @param hash one, in a global index up to four
 * @param range none or one, in a global index up to four
 */
public record KeySchema(List<Attribute> hash, List<Attribute> range) {
  /**
   * An attribute of a key.
   *
   * @param type S, N or B
   */
  public record Attribute(String name, AttributeValue.Type type) {}

  public KeySchema {
    hash = List.copyOf(hash);
    range = List.copyOf(range);
  }

  /** All attributes, those of the partition key first. */
  public List<Attribute> all() {
    return Stream.concat(hash.stream(), range.stream()).toList();
  }

  /** The names of all. */
  public List<String> names() {
    return all().stream().map(Attribute::name).toList();
  }

  /** Whether the attribute is one of the key's. */
  public boolean has(String name) {
    return all().stream().anyMatch(attribute -> attribute.name().equals(name));
  }

  /** The values of some attributes in an item; empty when one is missing or of another type. */
  static Optional<List<AttributeValue>> values(List<Attribute> attributes, Item item) {
    List<AttributeValue> values = new ArrayList<>(attributes.size());
    for (Attribute attribute : attributes) {
      AttributeValue value = item.attribute(attribute.name());
      if (value == null || value.type() != attribute.type()) {
        return Optional.empty();
      }
      values.add(value);
    }
    return Optional.of(values);
  }
}
