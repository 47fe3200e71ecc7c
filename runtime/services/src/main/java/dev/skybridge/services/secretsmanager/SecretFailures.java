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

  static AwsException noVersion(String id) {
    return new AwsException(
        "ResourceNotFoundException",
        STATUS,
        "Secrets Manager can't find the specified secret version " + id + ".");
  }

  static AwsException versionExists(String id) {
    return new AwsException(
        "ResourceExistsException",
        STATUS,
        "You can't use ClientRequestToken "
            + id
            + " because that value is already in use for a"
            + " version of this secret.");
  }

  static AwsException notLabelled(String stage, String id) {
    return new AwsException(
        "InvalidParameterException",
        STATUS,
        "The parameter RemoveFromVersionId can't be "
            + id
            + ". Staging label "
            + stage
            + " isn't currently attached to that version.");
  }

  static AwsException labelledElsewhere(String stage, String id) {
    return new AwsException(
        "InvalidParameterException",
        STATUS,
        "The parameter RemoveFromVersionId can't be empty. Staging label "
            + stage
            + " is currently attached to version "
            + id
            + ", so you must explicitly reference that version in RemoveFromVersionId.");
  }

  static AwsException currentMustStay() {
    return new AwsException(
        "InvalidParameterException",
        STATUS,
        "You can't remove the staging label AWSCURRENT; move it to another version.");
  }

  static AwsException invalidToken() {
    return new AwsException("InvalidNextTokenException", STATUS, "The NextToken value is invalid.");
  }

  static AwsException managedElsewhere(String name) {
    return new AwsException(
        "InvalidRequestException",
        STATUS,
        "The secret " + name + " is managed by Terraform here; destroy it there.");
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

  static AwsException tooLongPolicy(int limit, String detail) {
    return new AwsException(
        "ValidationException",
        STATUS,
        "1 validation error detected: Value at 'resourcePolicy' failed to satisfy constraint: Member"
            + " must have length less than or equal to "
            + limit,
        detail);
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
