package dev.skybridge.services.dynamodb;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import java.util.List;
import java.util.Optional;

/** The policies that a request to a table must pass. */
public interface Policies {
  /** What is attached to who asks. */
  List<AttachedPolicy> identity(Principal.Identity principal);

  /** The policy of a VPC endpoint; nothing when it has the default one, which allows everything. */
  Optional<AttachedPolicy> endpoint(String vpcEndpoint);
}
