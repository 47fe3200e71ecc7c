package dev.skybridge.services.sts;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import java.util.List;
import java.util.Optional;

/** The roles and their rights; the service iam has them. */
public interface Roles {
  /** The role of this ARN. */
  Optional<TrustedRole> find(String roleArn);

  /** What a principal may do by its own policies. */
  List<AttachedPolicy> identityPolicies(Principal.Identity principal);
}
