package dev.skybridge.services.kms;

import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Decision;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.AwsException;

/** KMS's errors; its protocol answers all of them with status 400. */
final class KmsFailures {
  private static final int STATUS = 400;

  private KmsFailures() {}

  /**
   * What KMS says to whom it denies a use. Whether a key that a ciphertext names is there, it does
   * not tell to whom the key's own policy does not let.
   */
  static AwsException denied(Decision decision, AccessRequest request) {
    boolean byKey =
        switch (decision.cause()) {
          case DENIED_BY_RESOURCE, NOT_ALLOWED_BY_RESOURCE -> true;
          default -> false;
        };
    String message =
        byKey && request.action().equals("kms:Decrypt")
            ? "User: "
                + request.principal().name()
                + " is not authorized to perform: kms:Decrypt on the resource associated with this"
                + " ciphertext because the resource does not exist in this Region, no"
                + " resource-based policies allow access, or a resource-based policy explicitly"
                + " denies access"
            : decision.awsMessage(request);
    return new AwsException(
        "AccessDeniedException", STATUS, message, AccessDenied.detail(decision.verdict()));
  }

  static AwsException incorrectKey() {
    return new AwsException(
        "IncorrectKeyException",
        STATUS,
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  static AwsException noPolicy(String name) {
    return new AwsException("NotFoundException", STATUS, "No such policy exists: " + name);
  }

  static AwsException invalidMarker() {
    return new AwsException("InvalidMarkerException", STATUS, "The marker is not valid.");
  }

  static AwsException noKey(String arn) {
    return new AwsException("NotFoundException", STATUS, "Key '" + arn + "' does not exist");
  }

  static AwsException noAlias(String arn) {
    return new AwsException("NotFoundException", STATUS, "Alias " + arn + " is not found.");
  }

  static AwsException pendingDeletion(String arn) {
    return new AwsException("KMSInvalidStateException", STATUS, arn + " is pending deletion.");
  }

  static AwsException disabled(String arn) {
    return new AwsException("DisabledException", STATUS, arn + " is disabled.");
  }

  static AwsException tooLong(int bytes) {
    return new AwsException(
        "ValidationException",
        STATUS,
        "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member"
            + " must have length less than or equal to 4096, got "
            + bytes);
  }

  static AwsException aliasExists(String arn) {
    return new AwsException(
        "AlreadyExistsException", STATUS, "An alias with the name " + arn + " already exists");
  }

  static AwsException reservedAlias() {
    return new AwsException(
        "NotAuthorizedException", STATUS, "Alias must not start with 'alias/aws/'");
  }

  static AwsException lockedOut(String detail) {
    return new AwsException(
        "MalformedPolicyDocumentException",
        STATUS,
        "The new key policy will not allow you to update the key policy in the future.",
        detail);
  }

  /**
   * A policy of more than 32 KB.
   *
   * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html">KMS
   *     resource quotas</a>
   */
  static AwsException tooLargePolicy(String detail) {
    return new AwsException(
        "LimitExceededException",
        STATUS,
        "The request was rejected because a quota was exceeded.",
        "[" + detail + "]");
  }

  static AwsException malformedPolicy(String message) {
    return new AwsException("MalformedPolicyDocumentException", STATUS, message);
  }
}
