package dev.skybridge.app.wiring;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.dynamodb.Policies;
import dev.skybridge.services.iam.Iam;
import java.util.List;
import java.util.Optional;

/** DynamoDB asks IAM for a caller's policies and PrivateLink for an endpoint's. */
record PolicyWiring(Iam iam, Endpoints endpoints) implements Policies {
  @Override
  public List<AttachedPolicy> identity(Principal.Identity principal) {
    return iam.identityPolicies(principal);
  }

  @Override
  public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
    return endpoints.policy(vpcEndpoint);
  }
}
