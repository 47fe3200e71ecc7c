package dev.skybridge.services.signature;

import dev.skybridge.services.AwsException;

/**
 * The errors for requests whose sender cannot be told. The services with JSON protocols answer them
 * with status 400.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/CommonErrors.html">Common
 *     errors</a>
 */
final class Failures {
  private static final int STATUS = 400;

  private Failures() {}

  static AwsException missing() {
    return new AwsException(
        "MissingAuthenticationTokenException", STATUS, "Request is missing Authentication Token");
  }

  static AwsException incomplete(String message) {
    return new AwsException("IncompleteSignatureException", STATUS, message);
  }

  static AwsException invalid(String message) {
    return new AwsException("InvalidSignatureException", STATUS, message);
  }

  static AwsException mismatch() {
    return invalid(
        "The request signature we calculated does not match the signature you provided. Check your"
            + " AWS Secret Access Key and signing method. Consult the service documentation for"
            + " details.");
  }

  static AwsException unknownKey() {
    return new AwsException(
        "UnrecognizedClientException",
        STATUS,
        "The security token included in the request is invalid.");
  }

  static AwsException expired() {
    return new AwsException(
        "ExpiredTokenException", STATUS, "The security token included in the request is expired");
  }
}
