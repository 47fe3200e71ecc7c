package dev.skybridge.services.apigateway;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Dialect;
import dev.skybridge.policy.Policy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.policy.Region;
import dev.skybridge.services.signature.Caller;
import dev.skybridge.services.signature.KnownKey;
import dev.skybridge.services.signature.SignatureVerifier;
import dev.skybridge.services.signature.Verification;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions of a role {@code reader}, one in each account that asks for one. */
final class KnownCallers implements Callers {
  static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  static final String TOKEN = "token";

  private final Map<String, KnownKey> keys = new HashMap<>();
  private final List<AttachedPolicy> policies = new ArrayList<>();
  private final SignatureVerifier verifier;
  private final Clock clock;

  KnownCallers(Clock clock) {
    this.clock = clock;
    verifier = new SignatureVerifier(id -> Optional.ofNullable(keys.get(id)), clock);
  }

  /** A session of the account's role, and the access key id that it signs with. */
  String session(String account) {
    String key = "ASIA" + account + "ABCD";
    Caller caller =
        new Caller(
            Principal.Identity.session(
                "arn:aws:sts::" + account + ":assumed-role/reader/shop",
                "arn:aws:iam::" + account + ":role/reader",
                new AccountId(account)),
            key,
            "AROAEXAMPLEEXAMPLE123:shop",
            List.of(),
            Context.builder().put("aws:PrincipalOrgID", "o-a1b2c3d4e5").build());
    keys.put(key, KnownKey.temporary(SECRET, TOKEN, clock.instant().plusSeconds(3600), caller));
    return key;
  }

  /** Gives the role an inline policy. */
  void may(String json) {
    policies.add(new AttachedPolicy("reader", "own", Policy.parse(json, Dialect.IDENTITY)));
  }

  @Override
  public Verification verify(HttpRequest request, Region region) {
    return verifier.check(request, region, "execute-api");
  }

  @Override
  public PrincipalPolicies principalPolicies(Principal.Identity principal) {
    return PrincipalPolicies.of(policies);
  }

  @Override
  public Optional<String> organization(AccountId account) {
    return Optional.of("o-a1b2c3d4e5");
  }
}
