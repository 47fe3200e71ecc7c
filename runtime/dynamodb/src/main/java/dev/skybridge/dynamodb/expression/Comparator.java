package dev.skybridge.dynamodb.expression;

/** How two operands are compared. */
enum Comparator {
  EQUAL(Token.Kind.EQUAL, "="),
  NOT_EQUAL(Token.Kind.NOT_EQUAL, "<>"),
  LESS(Token.Kind.LESS, "<"),
  LESS_OR_EQUAL(Token.Kind.LESS_OR_EQUAL, "<="),
  GREATER(Token.Kind.GREATER, ">"),
  GREATER_OR_EQUAL(Token.Kind.GREATER_OR_EQUAL, ">=");

  final Token.Kind token;
  final String text;

  Comparator(Token.Kind token, String text) {
    this.token = token;
    this.text = text;
  }

  /** Whether the operands must have an order. */
  boolean isOrdering() {
    return this != EQUAL && this != NOT_EQUAL;
  }

  /** The comparator that holds when the operands are exchanged. */
  Comparator exchanged() {
    return switch (this) {
      case EQUAL, NOT_EQUAL -> this;
      case LESS -> GREATER;
      case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
      case GREATER -> LESS;
      case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
    };
  }

  /** Whether an order, negative, zero or positive, is as asked. */
  boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
    };
  }
}
