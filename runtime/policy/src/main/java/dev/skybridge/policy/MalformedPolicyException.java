package dev.skybridge.policy;

/**
 * A policy that AWS, or this evaluator, does not accept. The message says what is wrong and where;
 * services answer it as {@code MalformedPolicyDocument} or {@code
 * MalformedPolicyDocumentException}.
 */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int line;
  private final int column;

  MalformedPolicyException(String message, Position position) {
    super(message + " (" + position + ")");
    line = position.line();
    column = position.column();
  }

  /** The line of the mistake, from 1. */
  public int line() {
    return line;
  }

  /** The column of the mistake, from 1. */
  public int column() {
    return column;
  }
}
