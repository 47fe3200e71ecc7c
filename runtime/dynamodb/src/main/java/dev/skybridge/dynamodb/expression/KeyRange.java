package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import java.util.List;

/**
 * What a query reads: the items of one partition in a range of sort keys.
 *
 * @param partition the partition key's values, in the order of the key schema
 * @param sort values that the first sort key attributes must equal, in the order of the schema
 * @param next what must hold of the sort key attribute after those
 */
public record KeyRange(List<AttributeValue> partition, List<AttributeValue> sort, Condition next) {
  public KeyRange {
    partition = List.copyOf(partition);
    sort = List.copyOf(sort);
  }

  /** A condition of one sort key attribute. */
  public sealed interface Condition {
    /** Any value. */
    record Any() implements Condition {}

    /** Below the bound. */
    record Below(AttributeValue bound, boolean included) implements Condition {}

    /** Above the bound. */
    record Above(AttributeValue bound, boolean included) implements Condition {}

    /** Both bounds included. */
    record Between(AttributeValue low, AttributeValue high) implements Condition {}

    /** A string or binary that begins so. */
    record BeginsWith(AttributeValue prefix) implements Condition {}
  }
}
