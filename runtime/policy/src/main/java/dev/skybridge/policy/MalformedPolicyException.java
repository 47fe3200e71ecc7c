package dev.skybridge.policy;

/**
 * A policy that AWS, or this evaluator, does not accept. The message says what is wrong, where, and
 * what is expected; services answer it with their own codes.
 */
public final class MalformedPolicyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Enough to find the place; a policy of megabytes in one word is not repeated whole. */
  private static final int LONGEST_MESSAGE = 1_000;

  private final Fault fault;
  private final int line;
  private final int column;

  /** What is wrong with it. */
  public enum Fault {
    /** It is no policy, or not one of this kind. */
    MALFORMED,
    /** It is longer than the service takes. */
    TOO_LARGE
  }

  MalformedPolicyException(String message, Position position) {
    this(Fault.MALFORMED, message, position);
  }

  MalformedPolicyException(Fault fault, String message, Position position) {
    super(shortened(message) + " (" + position + ")");
    this.fault = fault;
    line = position.line();
    column = position.column();
  }

  private static String shortened(String message) {
    return message.length() <= LONGEST_MESSAGE
        ? message
        : message.substring(0, LONGEST_MESSAGE) + "...";
  }

  public Fault fault() {
    return fault;
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
