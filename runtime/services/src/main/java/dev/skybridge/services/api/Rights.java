package dev.skybridge.services.api;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;

/** The policies that come with principals; the service iam knows them. */
@FunctionalInterface
public interface Rights {
  PrincipalPolicies principalPolicies(Principal.Identity principal);
}
