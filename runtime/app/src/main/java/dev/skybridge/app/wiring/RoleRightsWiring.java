package dev.skybridge.app.wiring;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.types.lambda.RoleRights;
import dev.skybridge.services.iam.Iam;

/** Lambda asks at creation whether the execution role may make network interfaces. */
record RoleRightsWiring(Iam iam) implements RoleRights {
  @Override
  public boolean allows(Scope scope, String role, String action) {
    Principal.Identity lambda = RoleSession.of(scope, role, "lambda");
    AccessRequest request =
        new AccessRequest(lambda, action, "*", scope.account(), Context.empty());
    return Access.decide(iam.principalPolicies(lambda), ResourcePolicies.none(), request).allowed();
  }
}
