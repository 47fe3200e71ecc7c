package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.app.access.ClientInstance;
import dev.skybridge.app.access.Selection;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Session;
import java.util.Map;

/**
 * Lets the person in front of the machine act as a role: as one of the {@link CallerWiring#people}.
 */
final class RoleAssumption {
  private static final String SESSION_NAME = "curl";

  private final Services services;

  RoleAssumption(Services services) {
    this.services = services;
  }

  /**
   * A session and the Region of the client, whose requests it will sign.
   *
   * @param wanted the role's name or ARN
   * @throws UserError when there is no such role, or several, or one that does not trust him
   */
  Assumed assume(String wanted) {
    Scope client =
        ClientInstance.of(services.ec2)
            .map(Ec2Record.Instance::scope)
            .orElseThrow(() ->
                new UserError(
                    "there is no client instance, so there is nobody to sign for",
                    "Apply the consumer: ./skybridge apply"));
    Role role = new Selection(services.world(), Map.of()).role(wanted);
    StringBuilder refusals = new StringBuilder();
    for (var person : services.callers().people(client.account(), role)) {
      try {
        return new Assumed(
            services.sts.assumeRole(person, Assumption.of(role.arn(), SESSION_NAME)),
            client.region().name());
      } catch (AwsException e) {
        refusals.append("\n  ").append(e.getMessage());
      }
    }
    throw new UserError(
        "role " + role.arn() + ": may not be assumed" + refusals,
        "Let the role's trust policy name one of these principals or its account; more: ./skybridge check --from client --as "
            + role.name()
            + " --to URL");
  }

  /** What a signer needs. */
  record Assumed(Session session, String region) {}
}
