package dev.skybridge.services.kms;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.api.Rights;

/** What KMS's API checks before it does something, with AWS's codes and messages. */
public final class KmsChecks {
  private final Kms kms;
  private final Rights identities;

  public KmsChecks(Kms kms, Rights identities) {
    this.kms = kms;
    this.identities = identities;
  }

  /**
   * Reads a key policy.
   *
   * @throws dev.skybridge.services.AwsException MalformedPolicyDocumentException,
   *     LimitExceededException
   */
  public static Policy policy(String json) {
    try {
      return Policy.parse(json, Dialect.KEY);
    } catch (MalformedPolicyException e) {
      String message = String.valueOf(e.getMessage());
      throw switch (e.fault()) {
        case MALFORMED -> KmsFailures.malformedPolicy(message);
        case TOO_LARGE -> KmsFailures.tooLargePolicy(message);
      };
    }
  }

  /** The policy that a key has when none is given: the account decides by IAM. */
  public static String defaultPolicy(Scope scope) {
    return """
    {"Version":"2012-10-17","Id":"key-default-1","Statement":[{"Sid":"Enable IAM User \
    Permissions","Effect":"Allow","Principal":{"AWS":"%s"},"Action":"kms:*","Resource":"*"}]}\
    """
        .formatted(scope.globalArn("iam", "root"));
  }

  /**
   * CreateKey, PutKeyPolicy: the caller must be able to change the policy again.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html">Default
   *     key policy</a>
   */
  public void notLockedOut(Principal.Identity caller, String keyArn, Policy policy) {
    AccessRequest request =
        new AccessRequest(
            caller,
            "kms:PutKeyPolicy",
            keyArn,
            caller.account(),
            Context.builder().put("kms:CallerAccount", caller.account().value()).build());
    ResourcePolicies key = ResourcePolicies.of(new AttachedPolicy(keyArn, "", policy));
    if (!Access.decideKey(identities.principalPolicies(caller), key, request).allowed()) {
      throw KmsFailures.lockedOut(
          "[it must allow kms:PutKeyPolicy to "
              + caller.arn()
              + ", or to \"AWS\": \""
              + caller.account()
              + "\" and leave the rest to IAM]");
    }
  }

  /** CreateAlias: the name must be free and not AWS's. */
  public void aliasFree(Scope scope, String name) {
    if (name.startsWith(ManagedKeys.PREFIX)) {
      throw KmsFailures.reservedAlias();
    }
    if (kms.alias(scope, name).isPresent()) {
      throw KmsFailures.aliasExists(scope.arn("kms", name).toString());
    }
  }
}
