package dev.skybridge.app.wiring;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.dynamodb.Policies;
import java.util.List;
import java.util.Optional;

/** DynamoDB asks IAM for a caller's policies and PrivateLink for an endpoint's. */
record PolicyWiring(IdentityPolicies identities, Endpoints endpoints) implements Policies {
  @Override
  public List<AttachedPolicy> identity(Principal.Identity principal) {
    return identities.of(principal);
  }

  @Override
  public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
    return endpoints.policy(vpcEndpoint);
  }
}
