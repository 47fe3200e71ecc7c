package dev.skybridge.dynamodb.model;

/**
 * What holds of every key value.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html">Quotas</a>
 */
public final class KeyRules {
  private KeyRules() {}

  /**
   * Refuses an empty string or binary.
   *
   * @param index the index that the key is of, for the error; empty for the table's own
   * @param attribute the key attribute's name, for the error
   */
  public static void requireNotEmpty(String index, String attribute, AttributeValue value) {
    String kind =
        value instanceof AttributeValue.S(String text) && text.isEmpty()
            ? "string"
            : value instanceof AttributeValue.B binary && binary.value().size() == 0
                ? "binary"
                : "";
    if (!kind.isEmpty()) {
      throw new ValidationException(
          "One or more parameter values are not valid. "
              + (index.isEmpty()
                  ? ""
                  : "A value specified for a secondary index key is not supported. ")
              + "The AttributeValue for a key attribute cannot contain an empty "
              + kind
              + " value. "
              + (index.isEmpty() ? "Key: " : "IndexName: " + index + ", IndexKey: ")
              + attribute);
    }
  }
}
