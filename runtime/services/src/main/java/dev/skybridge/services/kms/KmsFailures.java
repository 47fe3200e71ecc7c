package dev.skybridge.services.kms;

import dev.skybridge.services.AwsException;

/** KMS's errors; its protocol answers all of them with status 400. */
final class KmsFailures {
  private static final int STATUS = 400;

  private KmsFailures() {}

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

  static AwsException malformedPolicy(String message) {
    return new AwsException("MalformedPolicyDocumentException", STATUS, message);
  }
}
