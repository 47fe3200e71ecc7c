package dev.skybridge.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;

/** The grammar of paths, values and functions, which all kinds of expressions share. */
final class OperandParser {
  private OperandParser() {}

  /** {@code part ("." part | "[" index "]")*}. */
  static Node.Path path(TokenStream tokens) {
    List<Node.Part> parts = new ArrayList<>();
    parts.add(name(tokens));
    while (true) {
      if (tokens.take(Token.Kind.DOT)) {
        parts.add(name(tokens));
      } else if (tokens.take(Token.Kind.OPEN_BRACKET)) {
        parts.add(new Node.Part.Index(tokens.expect(Token.Kind.INDEX).text()));
        tokens.expect(Token.Kind.CLOSE_BRACKET);
      } else {
        return new Node.Path(parts);
      }
    }
  }

  private static Node.Part name(TokenStream tokens) {
    if (tokens.isNext(Token.Kind.NAME_PLACEHOLDER)) {
      return new Node.Part.Placeholder(tokens.expect(Token.Kind.NAME_PLACEHOLDER).text());
    }
    return new Node.Part.Name(tokens.expect(Token.Kind.NAME).text());
  }

  /** A path, a value or a function; not in parentheses. */
  static Node.Operand bare(TokenStream tokens, Nesting nesting) {
    if (tokens.isNext(Token.Kind.VALUE_PLACEHOLDER)) {
      return new Node.Value(tokens.expect(Token.Kind.VALUE_PLACEHOLDER).text());
    }
    if (tokens.isNext(Token.Kind.NAME) && tokens.isAfterNext(Token.Kind.OPEN_PAREN)) {
      return call(tokens, nesting);
    }
    return path(tokens);
  }

  /** A bare operand, or an operand in parentheses. */
  static Node.Operand operand(TokenStream tokens, Nesting nesting) {
    if (!tokens.take(Token.Kind.OPEN_PAREN)) {
      return bare(tokens, nesting);
    }
    Node.Operand inner = nesting.deeper(() -> operand(tokens, nesting));
    tokens.expect(Token.Kind.CLOSE_PAREN);
    return new Node.Enclosed(inner);
  }

  private static Node.Call call(TokenStream tokens, Nesting nesting) {
    String function = tokens.expect(Token.Kind.NAME).text();
    return new Node.Call(function, operands(tokens, nesting));
  }

  /** {@code "(" operand ("," operand)* ")"}. */
  static List<Node.Operand> operands(TokenStream tokens, Nesting nesting) {
    tokens.expect(Token.Kind.OPEN_PAREN);
    List<Node.Operand> operands = new ArrayList<>();
    do {
      operands.add(nesting.deeper(() -> operand(tokens, nesting)));
    } while (tokens.take(Token.Kind.COMMA));
    tokens.expect(Token.Kind.CLOSE_PAREN);
    return operands;
  }
}
