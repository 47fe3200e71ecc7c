package dev.skybridge.dynamodb.expression;

import java.util.List;

/** Refuses parentheses directly in parentheses. */
final class Redundancy {
  private final ExpressionKind kind;

  Redundancy(ExpressionKind kind) {
    this.kind = kind;
  }

  void check(List<? extends Node> nodes) {
    nodes.forEach(this::check);
  }

  void check(Node node) {
    switch (node) {
      case Node.Path path -> {}
      case Node.Value value -> {}
      case Node.Call call -> check(call.operands());
      case Node.Enclosed enclosed -> enclosed(enclosed.inner());
      case Node.Arithmetic sum -> check(List.of(sum.left(), sum.right()));
      case Node.Function function -> check(function.call());
      case Node.Comparison comparison -> check(List.of(comparison.left(), comparison.right()));
      case Node.Between between -> check(List.of(between.operand(), between.low(), between.high()));
      case Node.In in -> {
        check(in.operand());
        check(in.candidates());
      }
      case Node.And and -> check(and.tests());
      case Node.Or or -> check(or.tests());
      case Node.Not not -> check(not.test());
      case Node.Group group -> enclosed(group.inner());
    }
  }

  private void enclosed(Node inner) {
    if (inner instanceof Node.Enclosed || inner instanceof Node.Group) {
      throw kind.invalid("The expression has redundant parentheses;");
    }
    check(inner);
  }
}
