package dev.skybridge.app.access;

import dev.skybridge.policy.AccountId;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.signature.Caller;

/** Who somebody is to the services, with the condition keys bound to his credentials. */
public interface Callers {
  /**
   * A session of a role.
   *
   * @param name the session's name
   */
  Caller session(Role role, String name);

  /** An account's root user. */
  Caller root(AccountId account);
}
