package dev.skybridge.app.wiring;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.api.Rights;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.sts.Roles;
import dev.skybridge.services.sts.TrustedRole;
import java.util.List;
import java.util.Optional;

/** STS asks IAM for roles and their rights. */
record RoleWiring(Iam iam, Rights rights) implements Roles {
  @Override
  public Optional<TrustedRole> find(String roleArn) {
    return iam.role(roleArn)
        .map(role ->
            new TrustedRole(
                role.arn(),
                role.name(),
                role.id(),
                role.account(),
                role.trust(),
                role.maximumSession(),
                role.tags()));
  }

  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return rights.principalPolicies(principal);
  }

  @Override
  public List<List<AttachedPolicy>> resourceControl(AccountId owner, String action) {
    return rights.resourceControl(owner, action);
  }
}
