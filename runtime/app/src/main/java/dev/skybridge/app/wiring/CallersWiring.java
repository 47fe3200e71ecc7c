package dev.skybridge.app.wiring;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.services.Organization;
import dev.skybridge.services.apigateway.Callers;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.signature.SignatureVerifier;
import dev.skybridge.services.signature.Verification;
import java.util.Optional;

/**
 * API Gateway asks who signed a request, and IAM what they may do; all accounts are in one
 * organization.
 */
record CallersWiring(SignatureVerifier verifier, Iam iam, Organization organization)
    implements Callers {
  private static final String SERVICE = "execute-api";

  @Override
  public Verification verify(HttpRequest request, Region region) {
    return verifier.check(request, region, SERVICE);
  }

  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return iam.principalPolicies(principal);
  }

  @Override
  public Optional<String> organization(AccountId account) {
    return Optional.of(organization.id());
  }
}
