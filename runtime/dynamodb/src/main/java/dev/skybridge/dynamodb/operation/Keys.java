package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeReader;
import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.ValidationException;
import dev.skybridge.dynamodb.table.IndexDefinition;
import dev.skybridge.dynamodb.table.KeySchema;
import dev.skybridge.dynamodb.table.TableDefinition;
import java.util.List;

/**
 * The rules of keys.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
 */
final class Keys {
  /** The most bytes of a partition key. */
  private static final int HASH_BYTES = 2048;

  /** The most bytes of a sort key. */
  private static final int RANGE_BYTES = 1024;

  private static final String COUNT = "The number of conditions on the keys is invalid";
  private static final String TOO_LARGE =
      "Hash primary key values must be under 2048 bytes, and range primary key values must be under"
          + " 1024 bytes";
  private static final String TYPE = "Type mismatch for key";

  private Keys() {}

  /** Whether an error says that a key has other attributes or types than the table's. */
  static boolean isOtherSchema(ValidationException error) {
    return error.text().equals(COUNT) || error.text().endsWith(TYPE);
  }

  /** Whether an error says that a value of a key has too many bytes. */
  static boolean isTooLarge(ValidationException error) {
    return error.text().equals(TOO_LARGE);
  }

  /** The key in a request: the key's attributes, no more and no less. */
  static Item key(TableDefinition table, Request request) {
    Item key =
        AttributeReader.item(
            "Item",
            request
                .node("Key")
                .orElseThrow(() ->
                    new ValidationException(
                        "Cannot have null key for GetItem, DeleteItem, or UpdateItem")));
    check(table, key);
    return key;
  }

  /** Checks a key. */
  static void check(TableDefinition table, Item key) {
    if (key.attributes().size() != table.keys().names().size()) {
      throw new ValidationException(COUNT);
    }
    checkKeys(table, key);
  }

  /** Checks an item that is to be put: its keys, and those of indexes. */
  static void checkItem(TableDefinition table, Item item) {
    checkKeys(table, item);
    for (IndexDefinition index : table.indexes()) {
      checkIndex(index, item, true);
    }
  }

  /** Checks what an update made of an item. */
  static void checkUpdated(TableDefinition table, Item item) {
    for (IndexDefinition index : table.indexes()) {
      checkIndex(index, item, false);
    }
    ItemLimit.checkUpdated(table, item);
  }

  private static void checkKeys(TableDefinition table, Item item) {
    for (KeySchema.Attribute attribute : table.keys().all()) {
      AttributeValue value = item.attribute(attribute.name());
      if (value == null) {
        throw new ValidationException("One of the required keys was not given a value");
      }
      if (value.type() != attribute.type()) {
        throw mismatch(TYPE, value);
      }
      if (isEmpty(value)) {
        throw new ValidationException(emptyKey(attribute, value));
      }
    }
    if (bytes(table.keys().hash(), item) > HASH_BYTES
        || bytes(table.keys().range(), item) > RANGE_BYTES) {
      throw new ValidationException(TOO_LARGE);
    }
  }

  private static void checkIndex(IndexDefinition index, Item item, boolean put) {
    for (KeySchema.Attribute attribute : index.keys().all()) {
      AttributeValue value = item.attribute(attribute.name());
      if (value == null) {
        continue;
      }
      if (value.type() != attribute.type()) {
        throw mismatch("Type mismatch for Index Key", value);
      }
      if (isEmpty(value)) {
        throw new ValidationException(
            "One or more parameter values are not valid. "
                + (put
                    ? "A value specified for a secondary index key is not supported."
                    : "The update expression attempted to update a secondary index key to a value"
                        + " that is not supported.")
                + " The AttributeValue for a key attribute cannot contain an empty "
                + kind(value)
                + " value."
                + (put ? " IndexName: " + index.name() + ", IndexKey: " + attribute.name() : ""));
      }
    }
    checkIndexSize(index, "HASH", index.keys().hash(), item, HASH_BYTES);
    checkIndexSize(index, "RANGE", index.keys().range(), item, RANGE_BYTES);
  }

  private static void checkIndexSize(
      IndexDefinition index,
      String kind,
      List<KeySchema.Attribute> attributes,
      Item item,
      int limit) {
    int bytes = bytes(attributes, item);
    if (bytes <= limit) {
      return;
    }
    if (attributes.stream().anyMatch(attribute -> bytes(List.of(attribute), item) > limit)) {
      throw ValidationException.parameter("Size limit exceeded");
    }
    throw new ValidationException(
        "Aggregate size for %s key attributes %s of index %s has exceeded limit %d bytes, with actual size %d bytes"
            .formatted(
                kind,
                String.join(", ", attributes.stream().map(KeySchema.Attribute::name).toList()),
                index.name(),
                limit,
                bytes));
  }

  private static ValidationException mismatch(String message, AttributeValue value) {
    return value.type().isKey()
        ? ValidationException.parameter(message)
        : new ValidationException("Invalid attribute value type");
  }

  private static int bytes(List<KeySchema.Attribute> attributes, Item item) {
    int bytes = 0;
    for (KeySchema.Attribute attribute : attributes) {
      AttributeValue value = item.attribute(attribute.name());
      if (value != null && value.type() == attribute.type()) {
        bytes += ItemSize.of(value);
      }
    }
    return bytes;
  }

  /** What is wrong with a key of no bytes. */
  static String emptyKey(KeySchema.Attribute attribute, AttributeValue value) {
    return "One or more parameter values are not valid. The AttributeValue for a key attribute"
        + " cannot contain an empty "
        + kind(value)
        + " value. Key: "
        + attribute.name();
  }

  static boolean isEmpty(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S string -> string.value().isEmpty();
      case AttributeValue.B binary -> binary.value().size() == 0;
      case AttributeValue.N number -> false;
      case AttributeValue.BOOL other -> false;
      case AttributeValue.NULL other -> false;
      case AttributeValue.L other -> false;
      case AttributeValue.M other -> false;
      case AttributeValue.SS other -> false;
      case AttributeValue.NS other -> false;
      case AttributeValue.BS other -> false;
    };
  }

  private static String kind(AttributeValue value) {
    return value.type() == AttributeValue.Type.B ? "binary" : "string";
  }
}
