package dev.skybridge.provider.types.lambda;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;

/** What an execution role may do, and who may give it to a function. */
public interface RoleRights {
  /**
   * Whether a role's policies allow an action on any resource.
   *
   * @param role the role's ARN
   * @param action e.g. {@code ec2:CreateNetworkInterface}
   */
  boolean allows(Scope scope, String role, String action);

  /**
   * Asks whether somebody may pass a role to Lambda: {@code iam:PassRole} on it, with {@code
   * iam:PassedToService}.
   *
   * @param role the role's ARN
   * @throws dev.skybridge.services.AwsException AccessDeniedException
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Grant a
   *     user permissions to pass a role to an AWS service</a>
   */
  void mayPass(Scope scope, Principal.Identity caller, String role);
}
