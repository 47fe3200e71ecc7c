package dev.skybridge.orders;

/**
 * A request that cannot be served as sent. Its message is shown to the client; it repeats nothing
 * that the client sent.
 */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private ProblemException(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  static ProblemException badRequest(String message) {
    return new ProblemException(400, message);
  }

  static ProblemException notFound(String message) {
    return new ProblemException(404, message);
  }

  static ProblemException conflict(String message) {
    return new ProblemException(409, message);
  }

  static ProblemException tooLarge(String message) {
    return new ProblemException(413, message);
  }

  static ProblemException unsupportedMediaType(String message) {
    return new ProblemException(415, message);
  }

  /** The HTTP status of the answer: 400, 404, 409, 413 or 415. */
  int status() {
    return status;
  }

  /** The sentence for the client. */
  String sentence() {
    return String.valueOf(getMessage());
  }
}
