package dev.skybridge.app.access;

import dev.skybridge.gate.Trace;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.signature.Caller;
import java.util.Optional;

/** Who somebody is to the services, with the condition keys bound to his credentials. */
public interface Callers {
  /**
   * A session of a role.
   *
   * @param name the session's name
   */
  Caller session(Role role, String name);

  /**
   * The session of a role that somebody gets: the person at the client, or an account's, as its
   * administrator, like {@code curl --as} does; everybody else with his own credentials. What the
   * trust policy and his own say is a step of {@code trace}.
   *
   * @return empty where he may not assume it
   */
  Optional<Caller> assume(Actor who, Role role, Trace trace);

  /** An account's root user. */
  Caller root(AccountId account);
}
