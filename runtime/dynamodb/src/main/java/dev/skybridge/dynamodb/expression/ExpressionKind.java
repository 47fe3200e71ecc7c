package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.ValidationException;

/** What an expression is, named as the request's parameter is. */
enum ExpressionKind {
  CONDITION("ConditionExpression"),
  FILTER("FilterExpression"),
  KEY_CONDITION("KeyConditionExpression"),
  PROJECTION("ProjectionExpression"),
  UPDATE("UpdateExpression");

  private final String parameter;

  ExpressionKind(String parameter) {
    this.parameter = parameter;
  }

  ValidationException invalid(String message) {
    return new ValidationException("Invalid " + parameter + ": " + message);
  }
}
