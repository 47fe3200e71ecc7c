package dev.skybridge.services.api;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import java.util.List;

/** The policies that come with principals and with resources' accounts. */
@FunctionalInterface
public interface Rights {
  PrincipalPolicies principalPolicies(Principal.Identity principal);

  /**
   * The resource control policies that hold for an action on a resource, a list for each level that
   * must allow; none unless somebody knows better.
   *
   * @param owner whose the resource is
   */
  default List<List<AttachedPolicy>> resourceControl(AccountId owner, String action) {
    return List.of();
  }
}
