package dev.skybridge.app.wiring;

import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.provider.Trust;
import dev.skybridge.services.iam.Deployer;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Sts;
import java.time.Duration;

/** A provider block's assume_role is judged by STS. */
record TrustWiring(Sts sts) implements Trust {
  private static final Duration VALIDITY = Duration.ofHours(1);

  @Override
  public Principal.Identity deployer(Scope home) {
    return Deployer.of(home);
  }

  @Override
  public Principal.Identity assume(Principal.Identity caller, Request request) {
    return sts.assumeRole(
            caller,
            new Assumption(
                request.roleArn(),
                request.sessionName(),
                VALIDITY,
                request.externalId(),
                Context.empty()))
        .identity();
  }
}
