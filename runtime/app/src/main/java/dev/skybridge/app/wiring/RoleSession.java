package dev.skybridge.app.wiring;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;

/** Who a service is once it has assumed a role. */
final class RoleSession {
  private RoleSession() {}

  /**
   * The identity of a session.
   *
   * @param role the role's ARN; its path is no part of a session's
   * @param name the session's name
   */
  static Principal.Identity of(Scope scope, String role, String name) {
    String roleName = role.substring(role.lastIndexOf('/') + 1);
    return Principal.Identity.session(
        scope.globalArn("sts", "assumed-role/" + roleName + "/" + name).toString(),
        role,
        scope.account());
  }
}
