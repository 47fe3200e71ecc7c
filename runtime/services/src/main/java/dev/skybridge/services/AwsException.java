package dev.skybridge.services;

import static java.util.Objects.requireNonNull;

/** A refusal in AWS's words: what a call to the service's API would have been answered with. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String message;
  private final String code;
  private final int httpStatus;

  /**
   * @param code AWS's error code, e.g. {@code InvalidVpcID.NotFound}
   * @param httpStatus the HTTP status that comes with it; 400-599
   * @param message AWS's message, without the code
   */
  public AwsException(String code, int httpStatus, String message) {
    this(code, httpStatus, message, "");
  }

  /**
   * @param detail what AWS does not say and an operator wants to know, e.g. which statement
   *     decided; it is part of {@link #getMessage} and never of an answer to a client
   */
  public AwsException(String code, int httpStatus, String message, String detail) {
    super(detail.isEmpty() ? message : message + " " + detail);
    if (httpStatus < 400 || httpStatus > 599) {
      throw new IllegalArgumentException(
          "httpStatus: " + httpStatus + " (expected: an error, 400-599)");
    }
    this.message = requireNonNull(message);
    this.code = requireNonNull(code);
    this.httpStatus = httpStatus;
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** AWS's message, without the code and without our detail. */
  public String awsMessage() {
    return message;
  }

  /** AWS's message and our detail: what an operator reads. */
  public String operatorMessage() {
    return requireNonNull(getMessage());
  }
}
