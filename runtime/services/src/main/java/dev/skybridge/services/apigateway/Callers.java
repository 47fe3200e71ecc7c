package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.services.signature.Verification;
import java.util.Optional;

/** Who signs requests, and what they may do by their own policies. */
public interface Callers {
  /** Whose request this is; it must be signed for {@code execute-api} in this Region. */
  Verification verify(HttpRequest request, Region region);

  /** The policies that come with a principal. */
  PrincipalPolicies principalPolicies(Principal.Identity principal);

  /** The organization that an account is in: {@code o-} and at least 10 letters or digits. */
  Optional<String> organization(AccountId account);
}
