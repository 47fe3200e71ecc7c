package dev.skybridge.dynamodb.model;

/**
 * What DynamoDB answers with {@code ValidationException}: a request or a value that breaks a rule
 * of the API. The message is DynamoDB's own.
 */
public final class ValidationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  /** An error with DynamoDB's message. */
  public ValidationException(String text) {
    // An answer, not a defect: no stack trace is filled in.
    super(text, null, false, false);
    this.text = text;
  }

  /** The same with the phrase that DynamoDB puts before a rule that a parameter breaks. */
  public static ValidationException parameter(String text) {
    return new ValidationException("One or more parameter values were invalid: " + text);
  }

  /** DynamoDB's message. */
  public String text() {
    return text;
  }
}
