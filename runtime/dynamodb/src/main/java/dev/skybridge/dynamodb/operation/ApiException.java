package dev.skybridge.dynamodb.operation;

/** An error of the API other than a broken rule of a value or expression. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ErrorType type;
  private final String text;
  private final transient Response details;

  /** An error without further fields. */
  public ApiException(ErrorType type, String text) {
    this(type, text, Response.EMPTY);
  }

  /**
   * @param details further fields of the answer
   */
  ApiException(ErrorType type, String text, Response details) {
    // An answer, not a defect: no stack trace is filled in.
    super(text, null, false, false);
    this.type = type;
    this.text = text;
    this.details = details;
  }

  public ErrorType type() {
    return type;
  }

  /** DynamoDB's message. */
  public String text() {
    return text;
  }

  public Response details() {
    return details;
  }
}
