package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.model.ValidationException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The parameters of before 2014, which expressions replaced.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LegacyConditionalParameters.html">
 *     Legacy DynamoDB conditional parameters</a>
 */
final class Legacy {
  private static final Map<String, String> REPLACED = new LinkedHashMap<>();

  static {
    REPLACED.put("AttributesToGet", "ProjectionExpression");
    REPLACED.put("AttributeUpdates", "UpdateExpression");
    REPLACED.put("Expected", "ConditionExpression");
    REPLACED.put("KeyConditions", "KeyConditionExpression");
    REPLACED.put("QueryFilter", "FilterExpression");
    REPLACED.put("ScanFilter", "FilterExpression");
    REPLACED.put("ConditionalOperator", "AND or OR in an expression");
  }

  private Legacy() {}

  /** Refuses a request that has one, naming what to use. */
  static void refuse(Request request) {
    REPLACED.forEach((name, expression) -> {
      if (request.has(name)) {
        throw new ValidationException(
            name + " is a legacy parameter that is not served; use " + expression);
      }
    });
  }
}
