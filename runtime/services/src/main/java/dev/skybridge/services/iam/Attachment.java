package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;

/**
 * A managed policy at a role.
 *
 * @param account the role's account
 * @param role the role's name
 * @param policyArn the policy's ARN, of the account or of AWS
 */
public record Attachment(AccountId account, String role, String policyArn) {
  public Attachment {
    requireNonNull(account);
    requireNonNull(role);
    requireNonNull(policyArn);
  }
}
