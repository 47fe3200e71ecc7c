package dev.skybridge.dynamodb.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts an expression's text into tokens; a character that fits nowhere is a token of its own. */
final class Lexer {
  private final String text;
  private int at;

  private Lexer(String text) {
    this.text = text;
  }

  /** The tokens, ended by one of kind END that spans what blanks remain. */
  static List<Token> tokens(String text) {
    return new Lexer(text).tokens();
  }

  private List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        tokens.add(new Token(Token.Kind.END, "<EOF>", at, at));
        return tokens;
      }
      int start = at;
      Token.Kind kind = next(text.charAt(at++));
      tokens.add(new Token(kind, text.substring(start, at), start, at));
    }
  }

  private Token.Kind next(char first) {
    if (isLetter(first)) {
      int start = at - 1;
      skipWord();
      return keyword(text.substring(start, at));
    }
    if (isDigit(first)) {
      while (first != '0' && at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      return Token.Kind.INDEX;
    }
    return switch (first) {
      case '#' -> placeholder(Token.Kind.NAME_PLACEHOLDER);
      case ':' -> placeholder(Token.Kind.VALUE_PLACEHOLDER);
      case '=' -> Token.Kind.EQUAL;
      case '<' ->
          follows('>')
              ? Token.Kind.NOT_EQUAL
              : follows('=') ? Token.Kind.LESS_OR_EQUAL : Token.Kind.LESS;
      case '>' -> follows('=') ? Token.Kind.GREATER_OR_EQUAL : Token.Kind.GREATER;
      case '+' -> Token.Kind.PLUS;
      case '-' -> Token.Kind.MINUS;
      case ',' -> Token.Kind.COMMA;
      case '.' -> Token.Kind.DOT;
      case '(' -> Token.Kind.OPEN_PAREN;
      case ')' -> Token.Kind.CLOSE_PAREN;
      case '[' -> Token.Kind.OPEN_BRACKET;
      case ']' -> Token.Kind.CLOSE_BRACKET;
      default -> Token.Kind.UNKNOWN;
    };
  }

  private Token.Kind placeholder(Token.Kind kind) {
    int start = at;
    skipWord();
    return at == start ? Token.Kind.UNKNOWN : kind;
  }

  private boolean follows(char next) {
    if (at < text.length() && text.charAt(at) == next) {
      at++;
      return true;
    }
    return false;
  }

  private void skipWord() {
    while (at < text.length() && isWord(text.charAt(at))) {
      at++;
    }
  }

  private static Token.Kind keyword(String word) {
    return switch (word.toUpperCase(Locale.ROOT)) {
      case "AND" -> Token.Kind.AND;
      case "OR" -> Token.Kind.OR;
      case "NOT" -> Token.Kind.NOT;
      case "BETWEEN" -> Token.Kind.BETWEEN;
      case "IN" -> Token.Kind.IN;
      case "SET" -> Token.Kind.SET;
      case "REMOVE" -> Token.Kind.REMOVE;
      case "ADD" -> Token.Kind.ADD;
      case "DELETE" -> Token.Kind.DELETE;
      default -> Token.Kind.NAME;
    };
  }

  /** Whether a text is a placeholder: the sign, then letters, digits and underscores. */
  static boolean isPlaceholder(char sign, String text) {
    return text.length() > 1
        && text.charAt(0) == sign
        && text.chars().skip(1).allMatch(c -> isWord((char) c));
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWord(char c) {
    return isLetter(c) || isDigit(c) || c == '_';
  }
}
