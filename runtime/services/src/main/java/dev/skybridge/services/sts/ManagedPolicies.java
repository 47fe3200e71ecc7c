package dev.skybridge.services.sts;

import dev.skybridge.policy.AttachedPolicy;
import java.util.Optional;

/** Managed policies, which a session may be given; the service iam has them. */
@FunctionalInterface
public interface ManagedPolicies {
  /** The policy of this ARN. */
  Optional<AttachedPolicy> find(String arn);
}
