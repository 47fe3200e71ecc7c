package dev.skybridge.services.secretsmanager;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;

/** The policies that come with principals; the service iam knows them. */
@FunctionalInterface
public interface IdentityPolicies {
  PrincipalPolicies of(Principal.Identity principal);
}
