package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.Binary;

/** Checks the bounds of BETWEEN that are known before any item is. */
final class Bounds {
  private Bounds() {}

  static void require(Resolver resolver, AttributeValue low, AttributeValue high) {
    if (low.type() != high.type()) {
      throw resolver.invalid(
          "The BETWEEN operator requires same data type for lower and upper bounds; "
              + operands(low, high));
    }
    if (Comparison.order(low, high).orElseThrow() > 0) {
      throw resolver.invalid(
          "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
              + operands(low, high));
    }
  }

  private static String operands(AttributeValue low, AttributeValue high) {
    return "lower bound operand: " + text(low) + ", upper bound operand: " + text(high);
  }

  private static String text(AttributeValue value) {
    return "AttributeValue: {" + value.type() + ":" + content(value) + "}";
  }

  private static String content(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S string -> string.value();
      case AttributeValue.N number -> number.value().toString();
      case AttributeValue.B(Binary bytes) ->
          "java.nio.HeapByteBuffer[pos=0 lim=%d cap=%d]".formatted(bytes.size(), bytes.size());
      case AttributeValue.BOOL none -> throw noBound(none);
      case AttributeValue.NULL none -> throw noBound(none);
      case AttributeValue.L none -> throw noBound(none);
      case AttributeValue.M none -> throw noBound(none);
      case AttributeValue.SS none -> throw noBound(none);
      case AttributeValue.NS none -> throw noBound(none);
      case AttributeValue.BS none -> throw noBound(none);
    };
  }

  private static IllegalStateException noBound(AttributeValue value) {
    return new IllegalStateException(value.type() + " was refused before");
  }
}
