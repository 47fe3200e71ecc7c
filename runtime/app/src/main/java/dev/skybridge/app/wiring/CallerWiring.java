package dev.skybridge.app.wiring;

import dev.skybridge.app.access.Callers;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.Organization;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Sts;
import java.util.List;

/** STS tells who a session would be; root users are of the organization. */
record CallerWiring(Sts sts, Organization organization) implements Callers {
  @Override
  public Caller session(Role role, String name) {
    return sts.foresee(Assumption.of(role.arn(), name)).orElseThrow();
  }

  @Override
  public Caller root(AccountId account) {
    String arn = "arn:aws:iam::" + account + ":root";
    return new Caller(
        Principal.Identity.user(arn, account),
        "",
        account.value(),
        List.of(),
        Context.builder().put("aws:PrincipalOrgID", organization.id()).build());
  }
}
