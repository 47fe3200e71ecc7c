package dev.skybridge.services.kms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The keys that AWS makes in each account for its services. Whoever may use the service in the
 * account may use the key through it; nobody of another account may.
 */
final class ManagedKeys {
  static final String PREFIX = "alias/aws/";
  private static final Duration YEAR = Duration.ofDays(365);

  private ManagedKeys() {}

  static Key key(Scope scope, String service) {
    String seed = scope.account() + " " + scope.region() + " " + service;
    return new Key(
        scope,
        UUID.nameUUIDFromBytes(seed.getBytes(UTF_8)).toString(),
        policy(scope, service),
        true,
        Optional.of(YEAR),
        Optional.of(service));
  }

  private static Policy policy(Scope scope, String service) {
    String via = service + "." + scope.region() + "." + scope.region().dnsSuffix();
    return Policy.parse(
        """
        {"Version": "2012-10-17", "Id": "auto-%1$s-2", "Statement": [
          {"Sid": "Allow access through the service for all principals in the account that are authorized to use it",
           "Effect": "Allow", "Principal": {"AWS": "*"},
           "Action": ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:CreateGrant", "kms:DescribeKey"],
           "Resource": "*",
           "Condition": {"StringEquals": {"kms:CallerAccount": "%2$s", "kms:ViaService": "%3$s"}}},
          {"Sid": "Allow direct access to key metadata to the account", "Effect": "Allow",
           "Principal": {"AWS": "%4$s"},
           "Action": ["kms:Describe*", "kms:Get*", "kms:List*", "kms:RevokeGrant"], "Resource": "*"}]}
        """
            .formatted(service, scope.account(), via, scope.globalArn("iam", "root")));
  }
}
