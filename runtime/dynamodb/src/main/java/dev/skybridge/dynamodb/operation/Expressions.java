package dev.skybridge.dynamodb.operation;

import dev.skybridge.dynamodb.expression.ConditionExpression;
import dev.skybridge.dynamodb.expression.KeyConditionExpression;
import dev.skybridge.dynamodb.expression.Placeholders;
import dev.skybridge.dynamodb.expression.ProjectionExpression;
import dev.skybridge.dynamodb.expression.UpdateExpression;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.List;
import java.util.Optional;

/** The expressions of a request, and the placeholders that they share. */
final class Expressions {
  private final Request request;
  private final Placeholders placeholders;

  private Expressions(Request request, Placeholders placeholders) {
    this.request = request;
    this.placeholders = placeholders;
  }

  /**
   * @param parameters the expressions that the operation has
   */
  static Expressions of(Request request, String... parameters) {
    if (List.of(parameters).stream().noneMatch(request::has)) {
      if (request.has("ExpressionAttributeNames")) {
        throw new ValidationException(
            "ExpressionAttributeNames can only be specified when using expressions");
      }
      if (request.has("ExpressionAttributeValues")) {
        throw new ValidationException(
            "ExpressionAttributeValues can only be specified when using expressions: "
                + String.join(" and ", parameters)
                + (parameters.length == 1 ? " is null" : " are null"));
      }
    }
    return new Expressions(request, Placeholders.read(request.json()));
  }

  Optional<ConditionExpression> condition(String parameter) {
    return request.text(parameter).map(text -> ConditionExpression.parse(text, placeholders));
  }

  Optional<ConditionExpression> filter(String parameter) {
    return request.text(parameter).map(text -> ConditionExpression.parseFilter(text, placeholders));
  }

  Optional<ProjectionExpression> projection(String parameter) {
    return request.text(parameter).map(text -> ProjectionExpression.parse(text, placeholders));
  }

  Optional<UpdateExpression> update(String parameter) {
    return request.text(parameter).map(text -> UpdateExpression.parse(text, placeholders));
  }

  KeyConditionExpression keyCondition(String parameter) {
    return KeyConditionExpression.parse(request.text(parameter).orElse(""), placeholders);
  }

  /** To be called when all are parsed. */
  void requireAllUsed() {
    placeholders.requireAllUsed();
  }
}
