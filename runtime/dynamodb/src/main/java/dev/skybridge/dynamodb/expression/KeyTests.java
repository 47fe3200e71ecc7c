package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.AttributeValue;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.ArrayList;
import java.util.List;

/** Takes a condition apart into tests of single attributes joined by AND, or refuses it. */
final class KeyTests {
  private final List<KeyTest> tests = new ArrayList<>();

  private KeyTests() {}

  /** The tests, at most one of an attribute. */
  static List<KeyTest> of(Condition condition, List<KeyAttribute> key) {
    requireWholeAttributes(condition, key);
    KeyTests found = new KeyTests();
    found.collect(condition);
    return found.tests;
  }

  private static void requireWholeAttributes(Condition condition, List<KeyAttribute> key) {
    for (DocumentPath path : condition.paths()) {
      if (path.isNested()
          && key.stream().anyMatch(attribute -> attribute.name().equals(path.attribute()))) {
        throw new ValidationException(
            "Key attributes must be scalars; list random access '[]' and map lookup '.' are not"
                + " allowed: Key: "
                + path.attribute());
      }
    }
  }

  private void collect(Condition condition) {
    switch (condition) {
      case Condition.All all -> all.tests().forEach(this::collect);
      case Condition.Any any -> throw invalidOperator("OR");
      case Condition.Negated negated -> throw invalidOperator("NOT");
      case Comparison comparison -> comparison(comparison);
      case Between between -> {
        requireFirst(between);
        add(between.operand(), KeyTest.Operator.BETWEEN, List.of(between.low(), between.high()));
      }
      case BeginsWith begins -> {
        requireFirst(begins);
        add(begins.operand(), KeyTest.Operator.BEGINS_WITH, List.of(begins.prefix()));
      }
      case In in -> throw invalidOperator(in.operator());
      case AttributeExists exists -> throw invalidOperator(exists.operator());
      case AttributeType type -> throw invalidOperator(type.operator());
      case Contains contains -> throw invalidOperator(contains.operator());
    }
  }

  private void comparison(Comparison comparison) {
    KeyTest.Operator operator =
        switch (comparison.comparator()) {
          case EQUAL -> KeyTest.Operator.EQUAL;
          case LESS -> KeyTest.Operator.LESS;
          case LESS_OR_EQUAL -> KeyTest.Operator.LESS_OR_EQUAL;
          case GREATER -> KeyTest.Operator.GREATER;
          case GREATER_OR_EQUAL -> KeyTest.Operator.GREATER_OR_EQUAL;
          case NOT_EQUAL -> throw invalidOperator(comparison.operator());
        };
    requireFlat(comparison.operands());
    if (comparison.left() instanceof Operand.Literal) {
      Comparison turned = comparison.exchanged();
      if (turned.left() instanceof Operand.Literal) {
        throw new ValidationException(
            "Invalid condition in KeyConditionExpression: No key attribute specified");
      }
      comparison(turned);
      return;
    }
    add(comparison.left(), operator, List.of(comparison.right()));
  }

  private static void requireFirst(Condition.OfOperands test) {
    requireFlat(test.operands());
    if (!(test.operands().getFirst() instanceof Operand.At)) {
      throw new ValidationException(
          "Invalid condition in KeyConditionExpression: "
              + test.operator()
              + " operator must have the key attribute as its first operand");
    }
  }

  /** At most one attribute, and no function: the first that is wrong counts. */
  private static void requireFlat(List<Operand> operands) {
    boolean attribute = false;
    for (Operand operand : operands) {
      switch (operand) {
        case Operand.At(DocumentPath path) -> {
          if (attribute) {
            throw new ValidationException(
                "Invalid condition in KeyConditionExpression: Multiple attribute names used in"
                    + " one condition");
          }
          if (path.isNested()) {
            throw new ValidationException(
                "KeyConditionExpressions cannot have conditions on nested attributes");
          }
          attribute = true;
        }
        case Size size ->
            throw new ValidationException(
                "KeyConditionExpressions cannot contain nested operations");
        case Operand.Literal literal -> {}
      }
    }
  }

  private void add(Operand operand, KeyTest.Operator operator, List<Operand> bounds) {
    List<AttributeValue> values = new ArrayList<>();
    for (Operand bound : bounds) {
      if (!(bound instanceof Operand.Literal(AttributeValue value))) {
        throw new IllegalStateException(bound + " was refused before");
      }
      values.add(value);
    }
    DocumentPath path = operand.paths().getFirst();
    String attribute = path.attribute();
    if (tests.stream().anyMatch(test -> test.attribute().equals(attribute))) {
      throw new ValidationException(
          "KeyConditionExpressions must only contain one condition per key");
    }
    tests.add(new KeyTest(attribute, operator, values));
  }

  private static ValidationException invalidOperator(String operator) {
    return new ValidationException("Invalid operator used in KeyConditionExpression: " + operator);
  }
}
