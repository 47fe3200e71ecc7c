package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import java.util.List;

/**
 * A test of one key attribute.
 *
 * @param bounds one value, or two of BETWEEN
 */
record KeyTest(String attribute, Operator operator, List<AttributeValue> bounds) {
  enum Operator {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    BETWEEN,
    BEGINS_WITH
  }
}
