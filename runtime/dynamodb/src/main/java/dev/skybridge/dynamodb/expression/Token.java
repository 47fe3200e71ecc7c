package dev.skybridge.dynamodb.expression;

/**
 * A piece of an expression's text.
 *
 * @param start its first character's index
 * @param end the index after its last character
 */
record Token(Kind kind, String text, int start, int end) {
  boolean is(Kind other) {
    return kind == other;
  }

  /** What a token may be. */
  enum Kind {
    /** {@code name}. */
    NAME,
    /** {@code #name}. */
    NAME_PLACEHOLDER,
    /** {@code :value}. */
    VALUE_PLACEHOLDER,
    /** Digits, without leading zeros. */
    INDEX,
    AND,
    OR,
    NOT,
    BETWEEN,
    IN,
    SET,
    REMOVE,
    ADD,
    DELETE,
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    PLUS,
    MINUS,
    COMMA,
    DOT,
    OPEN_PAREN,
    CLOSE_PAREN,
    OPEN_BRACKET,
    CLOSE_BRACKET,
    /** A character that no expression has. */
    UNKNOWN,
    END
  }
}
