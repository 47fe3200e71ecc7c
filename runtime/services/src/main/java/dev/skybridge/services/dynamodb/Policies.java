package dev.skybridge.services.dynamodb;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import java.util.Optional;

/** The policies that a request to a table must pass. */
public interface Policies {
  /** The policies that come with who asks. */
  PrincipalPolicies identity(Principal.Identity principal);

  /** The policy of a VPC endpoint; nothing when it has the default one, which allows everything. */
  Optional<AttachedPolicy> endpoint(String vpcEndpoint);
}
