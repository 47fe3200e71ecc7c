package dev.skybridge.app.wiring;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.dynamodb.Policies;
import dev.skybridge.services.iam.Iam;
import java.util.Optional;

/** DynamoDB asks IAM for a caller's policies and PrivateLink for an endpoint's. */
record PolicyWiring(Iam iam, Endpoints endpoints) implements Policies {
  @Override
  public PrincipalPolicies identity(Principal.Identity principal) {
    return iam.principalPolicies(principal);
  }

  @Override
  public Optional<AttachedPolicy> endpoint(String vpcEndpoint) {
    return endpoints.policy(vpcEndpoint);
  }
}
