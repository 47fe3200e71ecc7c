package dev.skybridge.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The condition keys that this system's services produce. A policy that asks for another one is
 * refused when it is put, because its condition could never hold, or would always hold.
 */
final class ConditionKeys {
  private static final List<String> PRODUCED =
      List.of(
          "aws:CurrentTime",
          "aws:EpochTime",
          "aws:PrincipalAccount",
          "aws:PrincipalArn",
          "aws:PrincipalIsAWSService",
          "aws:PrincipalServiceName",
          "aws:PrincipalType",
          "aws:RequestedRegion",
          "aws:ResourceAccount",
          "aws:SecureTransport",
          "aws:SourceAccount",
          "aws:SourceArn",
          "aws:SourceIp",
          "aws:SourceVpc",
          "aws:SourceVpce",
          "aws:UserAgent",
          "aws:ViaAWSService",
          "aws:VpcSourceIp",
          "aws:username",
          "dynamodb:Attributes",
          "dynamodb:LeadingKeys",
          "dynamodb:Select",
          "kms:CallerAccount",
          "kms:EncryptionContext:*",
          "kms:EncryptionContextKeys",
          "kms:ViaService",
          "lambda:SourceFunctionArn",
          "secretsmanager:SecretId",
          "secretsmanager:VersionId",
          "secretsmanager:VersionStage",
          "sts:ExternalId",
          "sts:RoleSessionName");

  private ConditionKeys() {}

  /** Whether {@code key} is produced by this system or is among {@code more}. */
  static boolean isProduced(String key, Collection<String> more) {
    return Stream.concat(PRODUCED.stream(), more.stream()).anyMatch(known -> covers(known, key));
  }

  /** The names to choose from when a key is unknown. */
  static List<String> names(Collection<String> more) {
    return Stream.concat(PRODUCED.stream(), more.stream()).distinct().sorted().toList();
  }

  private static boolean covers(String known, String key) {
    String name = key.toLowerCase(Locale.ROOT);
    String pattern = known.toLowerCase(Locale.ROOT);
    if (pattern.endsWith("*")) {
      String prefix = pattern.substring(0, pattern.length() - 1);
      return name.startsWith(prefix) && name.length() > prefix.length();
    }
    return name.equals(pattern);
  }
}
