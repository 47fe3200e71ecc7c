package dev.skybridge.dynamodb.expression;

import java.util.function.Supplier;

/**
 * Counts how deep parentheses stand in one another while they are read. No valid expression has
 * this many: between two levels stands an operator or a function, and of those 300 are allowed.
 */
final class Nesting {
  private static final int MOST_LEVELS = 400;

  private final ExpressionKind kind;
  private int levels;

  Nesting(ExpressionKind kind) {
    this.kind = kind;
  }

  <T> T deeper(Supplier<T> read) {
    if (++levels > MOST_LEVELS) {
      throw kind.invalid("The expression has redundant parentheses;");
    }
    T result = read.get();
    levels--;
    return result;
  }
}
