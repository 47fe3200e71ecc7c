package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.AttributeWriter;
import dev.skybridge.dynamodb.model.Item;
import org.jspecify.annotations.Nullable;

/** Items as fields of an answer. */
final class ItemFields {
  private ItemFields() {}

  /** The field with an item; nothing when there is none. */
  static Response field(String name, @Nullable Item item) {
    if (item == null) {
      return Response.EMPTY;
    }
    return json -> {
      json.writeFieldName(name);
      AttributeWriter.write(json, item);
    };
  }

  /** The same, and nothing for an item without attributes. */
  static Response unlessEmpty(String name, @Nullable Item item) {
    return field(name, item == null || item.attributes().isEmpty() ? null : item);
  }
}
