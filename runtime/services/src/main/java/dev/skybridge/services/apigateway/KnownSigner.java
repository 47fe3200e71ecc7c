package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.Verification;
import java.util.Optional;

/** The callers of requests that are only judged: who would sign them is known. */
record KnownSigner(Callers callers, Caller signer) implements Callers {
  @Override
  public Verification verify(HttpRequest request, Region region) {
    return new Verification.Signed(signer);
  }

  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return callers.principalPolicies(principal);
  }

  @Override
  public Optional<String> organization(AccountId account) {
    return callers.organization(account);
  }
}
