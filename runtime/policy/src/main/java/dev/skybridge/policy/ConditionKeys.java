package dev.skybridge.policy;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The condition keys that this system's services produce, as the parser asks for them. */
final class ConditionKeys {
  static final List<ConditionKey> PRODUCED =
      List.of(
          ConditionKey.CALLED_VIA,
          ConditionKey.CALLED_VIA_FIRST,
          ConditionKey.CALLED_VIA_LAST,
          ConditionKey.CURRENT_TIME,
          ConditionKey.EPOCH_TIME,
          ConditionKey.FEDERATED_PROVIDER,
          ConditionKey.PRINCIPAL_ACCOUNT,
          ConditionKey.PRINCIPAL_ARN,
          ConditionKey.PRINCIPAL_IS_AWS_SERVICE,
          ConditionKey.PRINCIPAL_ORG_ID,
          ConditionKey.PRINCIPAL_SERVICE_NAME,
          ConditionKey.PRINCIPAL_TAG,
          ConditionKey.PRINCIPAL_TYPE,
          ConditionKey.REFERER,
          ConditionKey.REQUESTED_REGION,
          ConditionKey.RESOURCE_ACCOUNT,
          ConditionKey.RESOURCE_ORG_ID,
          ConditionKey.REQUEST_TAG,
          ConditionKey.RESOURCE_TAG,
          ConditionKey.SECURE_TRANSPORT,
          ConditionKey.SOURCE_ACCOUNT,
          ConditionKey.SOURCE_ARN,
          ConditionKey.SOURCE_IDENTITY,
          ConditionKey.SOURCE_IP,
          ConditionKey.SOURCE_ORG_ID,
          ConditionKey.SOURCE_VPC,
          ConditionKey.SOURCE_VPCE,
          ConditionKey.TAG_KEYS,
          ConditionKey.TOKEN_ISSUE_TIME,
          ConditionKey.USER_AGENT,
          ConditionKey.USER_ID,
          ConditionKey.USER_NAME,
          ConditionKey.VIA_AWS_SERVICE,
          ConditionKey.VPC_SOURCE_IP,
          ConditionKey.DYNAMODB_ATTRIBUTES,
          ConditionKey.DYNAMODB_LEADING_KEYS,
          ConditionKey.DYNAMODB_SELECT,
          ConditionKey.IAM_PASSED_TO_SERVICE,
          ConditionKey.KMS_CALLER_ACCOUNT,
          ConditionKey.KMS_ENCRYPTION_CONTEXT,
          ConditionKey.KMS_ENCRYPTION_CONTEXT_KEYS,
          ConditionKey.KMS_VIA_SERVICE,
          ConditionKey.LAMBDA_SOURCE_FUNCTION_ARN,
          ConditionKey.SECRETS_MANAGER_NAME,
          ConditionKey.SECRETS_MANAGER_SECRET_ID,
          ConditionKey.SECRETS_MANAGER_VERSION_ID,
          ConditionKey.SECRETS_MANAGER_VERSION_STAGE,
          ConditionKey.STS_EXTERNAL_ID,
          ConditionKey.STS_ROLE_SESSION_NAME,
          ConditionKey.STS_TRANSITIVE_TAG_KEYS);

  private ConditionKeys() {}

  /** Whether {@code key} is produced by this system. */
  static boolean isProduced(String key) {
    String name = key.toLowerCase(Locale.ROOT);
    return PRODUCED.stream().anyMatch(known -> covers(known.lowerCase(), name));
  }

  /** Whether {@code key} is one of {@code names}, or begins like one that ends in {@code *}. */
  static boolean isAmong(String key, Collection<String> names) {
    String name = key.toLowerCase(Locale.ROOT);
    return names.stream().anyMatch(known -> covers(known.toLowerCase(Locale.ROOT), name));
  }

  /** The names to choose from when a key is unknown. */
  static List<String> names(Collection<String> more) {
    return Stream.concat(PRODUCED.stream().map(ConditionKey::name), more.stream())
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Where a statement about these actions could never see a value of {@code key}, the service for
   * whose actions alone there is one.
   */
  static Optional<String> elsewhere(String key, Names actions) {
    String name = key.toLowerCase(Locale.ROOT);
    return PRODUCED.stream()
        .filter(known -> covers(known.lowerCase(), name))
        .flatMap(known -> known.onlyFor().stream())
        .filter(service ->
            actions.negated()
                || actions.patterns().stream()
                    .anyMatch(action -> !action.toLowerCase(Locale.ROOT).startsWith(service + ":")))
        .findFirst();
  }

  private static boolean covers(String known, String name) {
    if (!known.endsWith("*")) {
      return name.equals(known);
    }
    String prefix = known.substring(0, known.length() - 1);
    return name.startsWith(prefix) && name.length() > prefix.length();
  }
}
