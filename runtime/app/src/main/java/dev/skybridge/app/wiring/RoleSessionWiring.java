package dev.skybridge.app.wiring;

import dev.skybridge.policy.Arn;
import dev.skybridge.policy.ConditionKey;
import dev.skybridge.policy.Context;
import dev.skybridge.policy.Principal;
import dev.skybridge.services.lambda.Credentials;
import dev.skybridge.services.lambda.RoleSessions;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Session;
import dev.skybridge.services.sts.Sts;
import java.time.Duration;
import java.util.Optional;

/** Lambda becomes a function's execution role by STS. */
record RoleSessionWiring(Sts sts) implements RoleSessions {
  private static final Duration VALIDITY = Duration.ofHours(12);

  @Override
  public Credentials assume(String role, String service, String session, Arn function) {
    Context bound =
        Context.builder().put(ConditionKey.LAMBDA_SOURCE_FUNCTION_ARN, function.toString()).build();
    Session opened =
        sts.assumeRole(
            new Principal.Service(service),
            new Assumption(role, session, VALIDITY, Optional.empty(), bound));
    return new Credentials(
        opened.accessKeyId(), opened.secretAccessKey(), opened.sessionToken(), opened.expires());
  }
}
