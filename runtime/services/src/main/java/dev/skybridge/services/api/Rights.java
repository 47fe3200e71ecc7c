package dev.skybridge.services.api;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import java.util.List;

/** What principals may do by their own policies; the service iam knows it. */
@FunctionalInterface
public interface Rights {
  List<AttachedPolicy> identityPolicies(Principal.Identity principal);
}
