package dev.skybridge.dynamodb.model;

import java.util.Map;

/**
 * How many bytes DynamoDB counts for an item: UTF-8 bytes of names and strings; a byte per two
 * significant digits of a number and one more, and one for its minus; one for a truth value or
 * null; three for a list or map and one for each of its elements.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html">
 *     DynamoDB Item sizes and formats</a>
 */
public final class ItemSize {
  private static final int CONTAINER = 3;
  private static final int ELEMENT = 1;

  private ItemSize() {}

  /** Bytes of an item: names and values. */
  public static int of(Map<String, AttributeValue> attributes) {
    int size = 0;
    for (Map.Entry<String, AttributeValue> attribute : attributes.entrySet()) {
      size += utf8(attribute.getKey()) + of(attribute.getValue());
    }
    return size;
  }

  /** Bytes of a value without its name. */
  public static int of(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S string -> utf8(string.value());
      case AttributeValue.N number -> number.value().size();
      case AttributeValue.B binary -> binary.value().size();
      case AttributeValue.BOOL truth -> 1;
      case AttributeValue.NULL nothing -> 1;
      case AttributeValue.L list -> {
        int size = CONTAINER;
        for (AttributeValue element : list.values()) {
          size += ELEMENT + of(element);
        }
        yield size;
      }
      case AttributeValue.M map -> CONTAINER + ELEMENT * map.values().size() + of(map.values());
      case AttributeValue.SS strings -> strings.values().stream().mapToInt(ItemSize::utf8).sum();
      case AttributeValue.NS numbers -> numbers.values().stream().mapToInt(Decimal::size).sum();
      case AttributeValue.BS binaries -> binaries.values().stream().mapToInt(Binary::size).sum();
    };
  }

  /** Bytes of a text in UTF-8. */
  public static int utf8(String text) {
    int size = text.length();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        // Two of them make four bytes.
        size += 1;
      } else if (c > 0x7FF) {
        size += 2;
      } else if (c > 0x7F) {
        size += 1;
      }
    }
    return size;
  }
}
