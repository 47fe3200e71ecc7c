package dev.skybridge.dynamodb.expression;

import dev.skybridge.dynamodb.model.ItemSize;
import dev.skybridge.dynamodb.model.ValidationException;
import java.util.List;

/** Walks through an expression's tokens; where the grammar does not go on, says where that is. */
final class TokenStream {
  private final ExpressionKind kind;
  private final String text;
  private final List<Token> tokens;
  private int at;

  /** The most bytes of an expression. */
  private static final int MOST_BYTES = 4096;

  TokenStream(ExpressionKind kind, String text) {
    if (text.isEmpty()) {
      throw kind.invalid("The expression can not be empty;");
    }
    int size = ItemSize.utf8(text);
    if (size > MOST_BYTES) {
      throw kind.invalid(
          "Expression size has exceeded the maximum allowed size;"
              + (kind == ExpressionKind.UPDATE ? "" : " expression size: " + size));
    }
    this.kind = kind;
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  Token peek() {
    return tokens.get(at);
  }

  boolean isNext(Token.Kind expected) {
    return peek().is(expected);
  }

  boolean isAfterNext(Token.Kind expected) {
    return tokens.get(Math.min(at + 1, tokens.size() - 1)).is(expected);
  }

  /** Takes the next token if it is of the kind. */
  boolean take(Token.Kind expected) {
    if (isNext(expected)) {
      at++;
      return true;
    }
    return false;
  }

  /** Takes the next token, which must be of the kind. */
  Token expect(Token.Kind expected) {
    if (!isNext(expected)) {
      throw unexpected();
    }
    return tokens.get(at++);
  }

  /** The error at the next token: it, and the text from the token before to the one after. */
  ValidationException unexpected() {
    Token token = peek();
    int from = at == 0 ? 0 : tokens.get(at - 1).start();
    int to = tokens.get(Math.min(at + 1, tokens.size() - 1)).end();
    return kind.invalid(
        "Syntax error; token: \""
            + token.text()
            + "\", near: \""
            + text.substring(from, to)
            + "\"");
  }
}
