package dev.skybridge.provider.types.apigateway;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.services.apigateway.Callers;
import dev.skybridge.services.signature.Verification;
import java.util.Optional;

/** Nobody calls in these tests. */
final class NoCallers implements Callers {
  @Override
  public Verification verify(HttpRequest request, Region region) {
    throw new IllegalStateException("nobody calls");
  }

  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    throw new IllegalStateException("nobody calls");
  }

  @Override
  public Optional<String> organization(AccountId account) {
    throw new IllegalStateException("nobody calls");
  }
}
