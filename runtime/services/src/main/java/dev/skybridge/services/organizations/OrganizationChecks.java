package dev.skybridge.services.organizations;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.MalformedPolicyException;
import dev.skybridge.policy.Policy;
import dev.skybridge.services.AwsException;

/**
 * What the API of Organizations checks before it does something, with AWS's codes and messages.
 *
 * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/API_Operations.html">
 *     AWS Organizations API</a>
 */
public final class OrganizationChecks {
  private final Organizations organizations;

  OrganizationChecks(Organizations organizations) {
    this.organizations = organizations;
  }

  /** Only the management account makes policies and attaches them. */
  public void isManagement(AccountId account) {
    String management = organizations.organization().managementAccount();
    if (!account.value().equals(management)) {
      throw new AwsException(
          "AccessDeniedException",
          400,
          "You don't have permissions to access this resource.",
          "[only the organization's management account may, which is " + management + "]");
    }
  }

  /** Reads a policy; refuses what is none of its type with MalformedPolicyDocumentException. */
  public static Policy policy(ControlType type, String json) {
    try {
      return Policy.parse(json, type.dialect());
    } catch (MalformedPolicyException e) {
      throw switch (e.fault()) {
        case MALFORMED ->
            new AwsException(
                "MalformedPolicyDocumentException",
                400,
                "The provided policy document does not meet the requirements of the specified"
                    + " policy type.",
                "[" + e.getMessage() + "]");
        case TOO_LARGE ->
            new AwsException(
                "ConstraintViolationException",
                400,
                "You have exceeded the maximum policy size.",
                "[" + e.getMessage() + "]");
      };
    }
  }

  /**
   * CreatePolicy, UpdatePolicy: the name must be free.
   *
   * @param id of the policy that is changed; empty at a creation
   */
  public void nameFree(ControlType type, String name, String id) {
    boolean taken =
        organizations.policies().stream()
            .filter(policy -> policy.type() == type && !policy.id().equals(id))
            .anyMatch(policy -> policy.name().equals(name));
    if (taken) {
      throw new AwsException(
          "DuplicatePolicyException",
          400,
          "A policy with the specified name and type already exists.");
    }
  }

  /** DeletePolicy: it may be attached to nothing. */
  public void unattached(String id) {
    if (organizations.attachments().stream().anyMatch(each -> each.policyId().equals(id))) {
      throw new AwsException(
          "PolicyInUseException", 400, "The policy is attached to one or more entities.");
    }
  }

  /** AttachPolicy: both must be there, and the target must have room. */
  public void attachable(PolicyAttachment attachment) {
    ControlPolicy policy =
        organizations
            .policy(attachment.policyId())
            .orElseThrow(() ->
                new AwsException(
                    "PolicyNotFoundException",
                    400,
                    "You specified a policy that does not exist.",
                    "[" + attachment.policyId() + "]"));
    String target = attachment.targetId();
    boolean there =
        target.equals(organizations.organization().rootId())
            || organizations.accounts().stream().anyMatch(one -> one.value().equals(target));
    if (!there) {
      throw new AwsException(
          "TargetNotFoundException",
          400,
          "You specified a target that does not exist.",
          "["
              + target
              + ": neither the root "
              + organizations.organization().rootId()
              + " nor one of the accounts "
              + organizations.accounts()
              + "]");
    }
    if (organizations.attachments().contains(attachment)) {
      throw new AwsException(
          "DuplicatePolicyAttachmentException",
          400,
          "A policy is already attached to the specified target.");
    }
    if (organizations.attached(policy.type(), target).size() + 1 >= policy.type().mostAttached()) {
      throw new AwsException(
          "ConstraintViolationException",
          400,
          "You have attached the maximum number of policies to the specified target.");
    }
  }
}
