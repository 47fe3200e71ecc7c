package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.Item;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.List;

/**
 * A {@code ConditionExpression} or {@code FilterExpression}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">
 *     Condition and filter expressions, operators, and functions</a>
 */
public final class ConditionExpression {
  private final Condition condition;

  private ConditionExpression(Condition condition) {
    this.condition = condition;
  }

  /**
   * Parses a {@code ConditionExpression}.
   *
   * @throws ValidationException with DynamoDB's message when it is wrong
   */
  public static ConditionExpression parse(String text, Placeholders placeholders) {
    return of(ExpressionKind.CONDITION, text, placeholders);
  }

  /** Parses a {@code FilterExpression}; else as {@link #parse}. */
  public static ConditionExpression parseFilter(String text, Placeholders placeholders) {
    return of(ExpressionKind.FILTER, text, placeholders);
  }

  private static ConditionExpression of(
      ExpressionKind kind, String text, Placeholders placeholders) {
    return new ConditionExpression(ConditionResolver.resolve(kind, text, placeholders));
  }

  /** Whether it holds for an item; {@link Item#EMPTY} stands for one that is not there. */
  public boolean holds(Item item) {
    return condition.holds(item);
  }

  /** The paths in it, in order. */
  public List<DocumentPath> paths() {
    return condition.paths();
  }
}
