package dev.skybridge.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of conditions: OR over AND over NOT over comparisons, functions and parentheses.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html">
 *     Condition and filter expressions, operators, and functions</a>
 */
final class ConditionParser {
  private final TokenStream tokens;
  private final Nesting nesting;

  private ConditionParser(ExpressionKind kind, String text) {
    this.tokens = new TokenStream(kind, text);
    this.nesting = new Nesting(kind);
  }

  static Node.Test parse(ExpressionKind kind, String text) {
    ConditionParser parser = new ConditionParser(kind, text);
    Node.Test test = parser.test(parser.or());
    parser.tokens.expect(Token.Kind.END);
    return test;
  }

  /** Or an operand, when no operator follows it. */
  private Node or() {
    Node first = and();
    if (!tokens.isNext(Token.Kind.OR)) {
      return first;
    }
    List<Node.Test> tests = new ArrayList<>(List.of(test(first)));
    while (tokens.take(Token.Kind.OR)) {
      tests.add(test(and()));
    }
    return new Node.Or(tests);
  }

  private Node and() {
    Node first = not();
    if (!tokens.isNext(Token.Kind.AND)) {
      return first;
    }
    List<Node.Test> tests = new ArrayList<>(List.of(test(first)));
    while (tokens.take(Token.Kind.AND)) {
      tests.add(test(not()));
    }
    return new Node.And(tests);
  }

  private Node not() {
    int count = 0;
    while (tokens.take(Token.Kind.NOT)) {
      count++;
    }
    Node node = comparison();
    for (; count > 0; count--) {
      node = new Node.Not(test(node));
    }
    return node;
  }

  /** A function may be either: only now that no comparator follows, it is a test. */
  private Node.Test test(Node node) {
    return switch (node) {
      case Node.Test test -> test;
      case Node.Call call -> new Node.Function(call);
      case Node.Enclosed enclosed -> new Node.Group(test(enclosed.inner()));
      case Node.Path path -> throw tokens.unexpected();
      case Node.Value value -> throw tokens.unexpected();
      case Node.Arithmetic arithmetic -> throw tokens.unexpected();
    };
  }

  private Node comparison() {
    Node.Operand left;
    if (tokens.take(Token.Kind.OPEN_PAREN)) {
      Node inner = nesting.deeper(this::or);
      tokens.expect(Token.Kind.CLOSE_PAREN);
      switch (inner) {
        case Node.Test test -> {
          return new Node.Group(test);
        }
        case Node.Operand operand -> left = new Node.Enclosed(operand);
      }
    } else {
      left = OperandParser.bare(tokens, nesting);
    }
    if (tokens.take(Token.Kind.BETWEEN)) {
      Node.Operand low = operand();
      tokens.expect(Token.Kind.AND);
      return new Node.Between(left, low, operand());
    }
    if (tokens.take(Token.Kind.IN)) {
      return new Node.In(left, OperandParser.operands(tokens, nesting));
    }
    for (Comparator comparator : Comparator.values()) {
      if (tokens.take(comparator.token)) {
        return new Node.Comparison(left, comparator, operand());
      }
    }
    return left;
  }

  private Node.Operand operand() {
    return OperandParser.operand(tokens, nesting);
  }
}
