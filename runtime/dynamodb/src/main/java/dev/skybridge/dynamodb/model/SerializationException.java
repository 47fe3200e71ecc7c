package dev.skybridge.dynamodb.model;

/**
 * What DynamoDB answers with {@code SerializationException}: JSON of another shape than the API's,
 * such as a number where a string belongs.
 */
public final class SerializationException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String text;

  /** An error with DynamoDB's message. */
  public SerializationException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  /** DynamoDB's message. */
  public String text() {
    return text;
  }
}
