package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts what they stand for in the place of placeholders, and checks operands by their types. */
final class Resolver {
  private static final int MOST_STEPS = 32;

  private final ExpressionKind kind;
  private final Placeholders placeholders;

  Resolver(ExpressionKind kind, Placeholders placeholders) {
    this.kind = kind;
    this.placeholders = placeholders;
  }

  ValidationException invalid(String message) {
    return kind.invalid(message);
  }

  DocumentPath path(Node.Path path) {
    List<DocumentPath.Step> steps = new ArrayList<>();
    for (Node.Part part : path.parts()) {
      steps.add(
          switch (part) {
            case Node.Part.Name(String text) -> new DocumentPath.Step.Name(text);
            case Node.Part.Placeholder(String text) ->
                new DocumentPath.Step.Name(placeholders.name(kind, text));
            case Node.Part.Index(String digits) ->
                new DocumentPath.Step.Index(Integer.parseInt(digits));
          });
    }
    if (steps.size() > MOST_STEPS) {
      throw invalid(
          "The document path has too many nesting levels; nesting levels: " + steps.size());
    }
    return new DocumentPath(steps);
  }

  AttributeValue value(Node.Value value) {
    return placeholders.value(kind, value.placeholder());
  }

  void requireCount(String operator, List<?> operands, int wanted) {
    if (operands.size() != wanted) {
      throw invalid(
          "Incorrect number of operands for operator or function; operator or function: "
              + operator
              + ", number of operands: "
              + operands.size());
    }
  }

  /** Refuses an operand whose type is known and none of the allowed ones. */
  void requireType(
      String operator, AttributeValue.@Nullable Type type, Set<AttributeValue.Type> allowed) {
    if (type != null && !allowed.contains(type)) {
      throw invalid(
          "Incorrect operand type for operator or function; operator or function: "
              + operator
              + ", operand type: "
              + type);
    }
  }

  /** Refuses a first operand that stands again among the others. */
  void requireDistinct(String operator, DocumentPath first, List<DocumentPath> others) {
    if (others.contains(first)) {
      throw invalid(
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + first);
    }
  }

  ValidationException requiresPath(String operator) {
    return invalid(
        "Operator or function requires a document path; operator or function: " + operator);
  }

  void requireFewOperators(int count, int most) {
    if (count > most) {
      // DynamoDB stops counting at the first one too many.
      throw invalid("The expression contains too many operators; operator count: " + (most + 1));
    }
  }
}
