package dev.skybridge.services.secretsmanager;

import dev.skybridge.services.AwsException;

/** Secrets Manager's errors; its protocol answers all of them with status 400. */
final class SecretFailures {
  private static final int STATUS = 400;

  private SecretFailures() {}

  static AwsException notFound() {
    return new AwsException(
        "ResourceNotFoundException", STATUS, "Secrets Manager can't find the specified secret.");
  }

  static AwsException noValue(String label) {
    return new AwsException(
        "ResourceNotFoundException",
        STATUS,
        "Secrets Manager can't find the specified secret value for " + label);
  }

  static AwsException exists(String name) {
    return new AwsException(
        "ResourceExistsException",
        STATUS,
        "The operation failed because the secret " + name + " already exists.");
  }

  static AwsException scheduled() {
    return new AwsException(
        "InvalidRequestException",
        STATUS,
        "You can't create this secret because a secret with this name is already scheduled for"
            + " deletion.");
  }

  static AwsException defaultKeyAcrossAccounts() {
    return new AwsException(
        "InvalidRequestException",
        STATUS,
        "You can't access a secret from a different AWS account if you encrypt the secret with the"
            + " default KMS service key.");
  }

  static AwsException keyRefused(AwsException cause) {
    return new AwsException(
        "AccessDeniedException",
        STATUS,
        "Access to KMS is not allowed",
        "(KMS: " + cause.operatorMessage() + ")");
  }

  static AwsException malformedPolicy(String message) {
    return new AwsException(
        "MalformedPolicyDocumentException",
        STATUS,
        "This resource policy contains an unsupported or malformed element: " + message);
  }

  static AwsException publicPolicy(String statement) {
    return new AwsException(
        "PublicPolicyException",
        STATUS,
        "The BlockPublicPolicy parameter is set to true, and the resource policy did not prevent"
            + " broad access to the secret: "
            + statement
            + " allows everybody.");
  }
}
