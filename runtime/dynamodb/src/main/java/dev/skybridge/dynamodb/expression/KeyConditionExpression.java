package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code KeyConditionExpression}: parsed first, then, when the request's other expressions are
 * parsed too, applied to the key of the table or index that is queried.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">
 *     Key condition expressions for the Query operation</a>
 */
public final class KeyConditionExpression {
  private final Condition condition;

  private KeyConditionExpression(Condition condition) {
    this.condition = condition;
  }

  /**
   * Parses it.
   *
   * @throws ValidationException with DynamoDB's message when it is no condition
   */
  public static KeyConditionExpression parse(String text, Placeholders placeholders) {
    return new KeyConditionExpression(
        ConditionResolver.resolve(ExpressionKind.KEY_CONDITION, text, placeholders));
  }

  /**
   * The range that it asks for.
   *
   * @param partition the attributes of the partition key; several in an index of a composed key
   * @param sort the attributes of the sort key; may be none
   * @param index the index of this key, for errors; empty for the table
   * @throws ValidationException with DynamoDB's message when it is no condition of this key
   */
  public KeyRange of(List<KeyAttribute> partition, List<KeyAttribute> sort, String index) {
    List<KeyAttribute> key = new ArrayList<>(partition);
    key.addAll(sort);
    List<KeyTest> tests = KeyTests.of(condition, key);
    return KeyRanges.of(tests, partition, sort, index);
  }
}
