package dev.skybridge.services.sts;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import java.util.Optional;

/** The roles and their rights; the service iam has them. */
public interface Roles {
  /** The role of this ARN. */
  Optional<TrustedRole> find(String roleArn);

  /** The policies that come with a principal. */
  PrincipalPolicies principalPolicies(Principal.Identity principal);
}
