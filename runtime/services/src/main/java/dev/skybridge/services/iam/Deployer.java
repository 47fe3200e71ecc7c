package dev.skybridge.services.iam;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;

/**
 * Who deploys: on this machine Terraform needs no credentials; in each account it acts as a session
 * of a role that may do everything there, as AWS's AdministratorAccess says. What other accounts
 * own it reaches only where their policies let it.
 */
public final class Deployer {
  private static final String ROLE = "SkybridgeDeployer";
  private static final Policy ADMINISTRATOR =
      Policy.parse(
          """
          {"Version": "2012-10-17",
           "Statement": [{"Sid": "Administrator", "Effect": "Allow", "Action": "*", "Resource": "*"}]}
          """);

  private Deployer() {}

  /** The principal that deploys in {@code scope}'s account. */
  public static Principal.Identity of(Scope scope) {
    return Principal.Identity.session(
        scope.globalArn("sts", "assumed-role/" + ROLE + "/terraform").toString(),
        scope.globalArn("iam", "role/" + ROLE).toString(),
        scope.account());
  }

  /** Whether this is the ARN of an account's deployer role. */
  static boolean isRole(String arn) {
    return Arn.isArn(arn) && Arn.parse(arn).resource().equals("role/" + ROLE);
  }

  static AttachedPolicy policy(String roleArn) {
    return new AttachedPolicy(roleArn, "AdministratorAccess", ADMINISTRATOR);
  }

  /** Whether the deployer has this name, so that no other role can. */
  static boolean isReserved(String roleName) {
    return roleName.equalsIgnoreCase(ROLE);
  }
}
