package dev.skybridge.app.wiring;

import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.iam.Iam;
import java.util.List;

/** What IAM attaches to a principal: the policies of its role. */
record IdentityPolicies(Iam iam) {
  List<AttachedPolicy> of(Principal.Identity principal) {
    return principal.roleArn().map(iam::identityPolicies).orElse(List.of());
  }
}
