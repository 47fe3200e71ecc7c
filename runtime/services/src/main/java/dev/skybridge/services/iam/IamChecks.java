package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.AwsException;

/**
 * What IAM's API checks before it does something, with AWS's codes and messages.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html">IAM
 *     API</a>
 */
public final class IamChecks {
  private final Iam iam;

  public IamChecks(Iam iam) {
    this.iam = iam;
  }

  /** Reads a trust policy; refuses what is none with MalformedPolicyDocument. */
  public static Policy trustPolicy(String json) {
    return parse(json, Dialect.TRUST, "Cannot exceed quota for ACLSizePerRole: 2048");
  }

  /** Reads a managed policy; refuses what is none with MalformedPolicyDocument. */
  public static Policy managedPolicy(String json) {
    return parse(json, Dialect.IDENTITY, "Cannot exceed quota for PolicySize: 6144");
  }

  /**
   * Reads an inline policy; refuses what is none with MalformedPolicyDocument.
   *
   * @param role the role's name
   */
  public static Policy inlinePolicy(String role, String json) {
    return parse(json, Dialect.INLINE, inlineQuota(role));
  }

  /**
   * PutRolePolicy: a role's inline policies have their quota together, blanks apart; the one that
   * this takes the place of does not count.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM
   *     and STS character limits</a>
   */
  public void inlinePoliciesFit(InlinePolicy policy) {
    int characters =
        iam.inlinePolicies(policy.account(), policy.role()).stream()
            .filter(each -> !each.name().equals(policy.name()))
            .mapToInt(IamChecks::characters)
            .sum();
    if (characters + characters(policy) > Dialect.INLINE.size().limit()) {
      throw new AwsException(
          "LimitExceeded",
          409,
          inlineQuota(policy.role()),
          "[%s has %d characters, blanks apart, and the other inline policies of the role %d: what"
                  .formatted(policy.name(), characters(policy), characters)
              + " does not fit can be a managed policy]");
    }
  }

  private static int characters(InlinePolicy policy) {
    return Dialect.INLINE.size().of(policy.policy().text());
  }

  private static String inlineQuota(String role) {
    return "Maximum policy size of 10240 bytes exceeded for role " + role;
  }

  private static Policy parse(String json, Dialect dialect, String tooLarge) {
    try {
      return Policy.parse(json, dialect);
    } catch (MalformedPolicyException e) {
      throw switch (e.fault()) {
        case MALFORMED ->
            new AwsException("MalformedPolicyDocument", 400, String.valueOf(e.getMessage()));
        case TOO_LARGE ->
            new AwsException("LimitExceeded", 409, tooLarge, "[" + e.getMessage() + "]");
      };
    }
  }

  /** CreateRole: the name must be free. */
  public void roleNameFree(AccountId account, String name) {
    if (iam.role(account, name).isPresent() || Deployer.isReserved(name)) {
      throw new AwsException(
          "EntityAlreadyExists", 409, "Role with name " + name + " already exists.");
    }
  }

  /** Whatever concerns a role: it must be there. */
  public Role roleExists(AccountId account, String name) {
    return iam.role(account, name)
        .orElseThrow(() -> noSuchEntity("The role with name " + name + " cannot be found."));
  }

  /** AttachRolePolicy: the policy must be there. */
  public ManagedPolicy policyExists(String arn) {
    return iam.managedPolicy(arn)
        .orElseThrow(() ->
            noSuchEntity(
                "Policy "
                    + arn
                    + " does not exist or is not attachable."
                    + (arn.contains(":iam::aws:")
                        ? " Of AWS's own policies these are kept here: "
                            + AwsManagedPolicies.names()
                        : "")));
  }

  /** CreatePolicy: the ARN must be free. */
  public void policyFree(String arn, String name) {
    if (iam.managedPolicy(arn).isPresent()) {
      throw new AwsException(
          "EntityAlreadyExists",
          409,
          "A policy called " + name + " already exists. Duplicate names are not allowed.");
    }
  }

  /** CreateInstanceProfile: the name must be free. */
  public void profileNameFree(AccountId account, String name) {
    if (iam.instanceProfile(account, name).isPresent()) {
      throw new AwsException(
          "EntityAlreadyExists", 409, "Instance Profile " + name + " already exists.");
    }
  }

  /** DeleteRole: nothing may hang on the role. */
  public void roleUnused(AccountId account, String name) {
    if (!iam.profilesOf(account, name).isEmpty()) {
      throw conflict("Cannot delete entity, must remove roles from instance profile first.");
    }
    if (!iam.attachments(account, name).isEmpty()) {
      throw conflict("Cannot delete entity, must detach all policies first.");
    }
    if (!iam.inlinePolicies(account, name).isEmpty()) {
      throw conflict("Cannot delete entity, must delete policies first.");
    }
  }

  /** DeletePolicy: no role may have it. */
  public void policyUnused(String arn) {
    if (!iam.attachmentsOf(arn).isEmpty() || !iam.boundedBy(arn).isEmpty()) {
      throw conflict("Cannot delete a policy attached to entities.");
    }
  }

  private static AwsException conflict(String message) {
    return new AwsException("DeleteConflict", 409, message);
  }

  private static AwsException noSuchEntity(String message) {
    return new AwsException("NoSuchEntity", 404, message);
  }
}
