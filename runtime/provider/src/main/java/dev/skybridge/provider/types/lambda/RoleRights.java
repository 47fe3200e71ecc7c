package dev.skybridge.provider.types.lambda;

import dev.skybridge.policy.Scope;

/** What an execution role may do. */
@FunctionalInterface
public interface RoleRights {
  /**
   * Whether a role's policies allow an action on any resource.
   *
   * @param role the role's ARN
   * @param action e.g. {@code ec2:CreateNetworkInterface}
   */
  boolean allows(Scope scope, String role, String action);
}
