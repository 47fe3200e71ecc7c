package dev.skybridge.services;

import static java.util.Objects.requireNonNull;

/** A refusal in AWS's words: what a call to the service's API would have been answered with. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final int httpStatus;

  /**
   * @param code AWS's error code, e.g. {@code InvalidVpcID.NotFound}
   * @param httpStatus the HTTP status that comes with it; 400-599
   * @param message AWS's message, without the code
   */
  public AwsException(String code, int httpStatus, String message) {
    super(requireNonNull(message));
    if (httpStatus < 400 || httpStatus > 599) {
      throw new IllegalArgumentException(
          "httpStatus: " + httpStatus + " (expected: an error, 400-599)");
    }
    this.code = requireNonNull(code);
    this.httpStatus = httpStatus;
  }

  public String code() {
    return code;
  }

  public int httpStatus() {
    return httpStatus;
  }

  /** AWS's message, without the code. */
  public String awsMessage() {
    return requireNonNull(getMessage());
  }
}
