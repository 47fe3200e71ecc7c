package dev.skybridge.app.wiring;

import dev.skybridge.policy.Access;
import dev.skybridge.policy.AccessRequest;
import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Decision;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.ResourcePolicies;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.types.lambda.RoleRights;
import dev.skybridge.services.AccessDenied;
import dev.skybridge.services.RequestFacts;
import dev.skybridge.services.api.Rights;
import java.time.InstantSource;

/**
 * Lambda asks at creation whether the execution role may make network interfaces, and whether who
 * makes the function may give it that role.
 */
record RoleRightsWiring(Rights rights, InstantSource clock) implements RoleRights {
  private static final String LAMBDA = "lambda.amazonaws.com";

  @Override
  public boolean allows(Scope scope, String role, String action) {
    Principal.Identity lambda = RoleSession.of(scope, role, "lambda");
    AccessRequest request =
        new AccessRequest(lambda, action, "*", scope.account(), Context.empty());
    return decide(lambda, request).allowed();
  }

  @Override
  public void mayPass(Scope scope, Principal.Identity caller, String role) {
    AccessRequest request =
        new AccessRequest(
            caller,
            "iam:PassRole",
            role,
            scope.account(),
            RequestFacts.of(scope.region(), clock.instant())
                .put(ConditionKey.IAM_PASSED_TO_SERVICE, LAMBDA)
                .build());
    Decision decision = decide(caller, request);
    if (!decision.allowed()) {
      throw AccessDenied.of("AccessDeniedException", 403, decision, request);
    }
  }

  private Decision decide(Principal.Identity who, AccessRequest request) {
    return Access.decide(rights.principalPolicies(who), ResourcePolicies.none(), request);
  }
}
