package dev.skybridge.app.wiring;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.api.Rights;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.organizations.Organizations;
import java.util.List;

/** IAM knows what principals may do, Organizations what limits the resources of accounts. */
record RightsWiring(Iam iam, Organizations organizations) implements Rights {
  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return iam.principalPolicies(principal);
  }

  @Override
  public List<List<AttachedPolicy>> resourceControl(AccountId owner, String action) {
    return organizations.resourceControl(owner, action);
  }
}
