package dev.skybridge.dynamodb.expression;

import java.util.List;
import java.util.Set;

/** Refuses functions that do not exist or stand where they may not, and reserved words. */
final class Names {
  private static final Set<String> TESTS =
      Set.of(
          "attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains");
  private static final Set<String> CONDITION_OPERANDS = Set.of("size");
  private static final Set<String> UPDATE_OPERANDS = Set.of("if_not_exists", "list_append");

  private final ExpressionKind kind;

  Names(ExpressionKind kind) {
    this.kind = kind;
  }

  void check(Node.Test test) {
    switch (test) {
      case Node.Function(Node.Call call) -> {
        function(call, TESTS.contains(call.function()));
        operands(call.operands());
      }
      case Node.Comparison comparison -> {
        operand(comparison.left());
        operand(comparison.right());
      }
      case Node.Between between -> {
        operand(between.operand());
        operand(between.low());
        operand(between.high());
      }
      case Node.In in -> {
        operand(in.operand());
        operands(in.candidates());
      }
      case Node.And and -> and.tests().forEach(this::check);
      case Node.Or or -> or.tests().forEach(this::check);
      case Node.Not not -> check(not.test());
      case Node.Group group -> check(group.inner());
    }
  }

  /** A value to set: the one place for list_append. */
  void assigned(Node.Operand value) {
    switch (value) {
      case Node.Enclosed enclosed -> assigned(enclosed.inner());
      case Node.Call call -> {
        function(call, UPDATE_OPERANDS.contains(call.function()));
        operands(call.operands());
      }
      case Node.Path path -> operand(path);
      case Node.Value placeholder -> operand(placeholder);
      case Node.Arithmetic sum -> operand(sum);
    }
  }

  private void operands(List<Node.Operand> operands) {
    operands.forEach(this::operand);
  }

  private void operand(Node.Operand operand) {
    switch (operand) {
      case Node.Path path -> path(path);
      case Node.Value value -> {}
      case Node.Enclosed enclosed -> operand(enclosed.inner());
      case Node.Arithmetic sum -> {
        operand(sum.left());
        operand(sum.right());
      }
      case Node.Call call -> {
        String only = kind == ExpressionKind.UPDATE ? "if_not_exists" : "size";
        function(call, call.function().equals(only));
        operands(call.operands());
      }
    }
  }

  private void function(Node.Call call, boolean fits) {
    String name = call.function();
    boolean forUpdate = UPDATE_OPERANDS.contains(name);
    if (!forUpdate && !TESTS.contains(name) && !CONDITION_OPERANDS.contains(name)) {
      throw kind.invalid("Invalid function name; function: " + name);
    }
    if (forUpdate != (kind == ExpressionKind.UPDATE)) {
      String where = kind == ExpressionKind.UPDATE ? "an update" : "a condition";
      throw kind.invalid(
          "The function is not allowed in " + where + " expression; function: " + name);
    }
    if (!fits) {
      throw kind.invalid(
          "The function is not allowed to be used this way in an expression; function: " + name);
    }
  }

  /** Refuses reserved words and indexes beyond the range. */
  void path(Node.Path path) {
    for (Node.Part part : path.parts()) {
      switch (part) {
        case Node.Part.Name(String text) -> {
          if (ReservedWords.contain(text)) {
            throw kind.invalid("Attribute name is a reserved keyword; reserved keyword: " + text);
          }
        }
        case Node.Part.Placeholder placeholder -> {}
        case Node.Part.Index(String digits) -> {
          if (digits.length() > 10 || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw kind.invalid(
                "List index is not within the allowable range; index: [" + digits + "]");
          }
        }
      }
    }
  }
}
