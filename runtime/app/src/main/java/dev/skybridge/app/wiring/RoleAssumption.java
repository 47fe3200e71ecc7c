package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.ec2.Ec2Record;
import dev.skybridge.services.iam.Administrator;
import dev.skybridge.services.iam.Iam;
import dev.skybridge.services.iam.Role;
import dev.skybridge.services.sts.Assumption;
import dev.skybridge.services.sts.Session;
import dev.skybridge.services.sts.Sts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;

/**
 * Lets the person in front of the machine act as a role: as the administrator of the client's
 * account, since that is where his requests come from, and else as the one of the role's own.
 */
final class RoleAssumption {
  private static final String SESSION_NAME = "curl";

  private final Iam iam;
  private final Sts sts;
  private final Collection<Ec2Record.Instance> instances;

  RoleAssumption(Services services) {
    iam = services.iam;
    sts = services.sts;
    instances = services.ec2.all(Ec2Record.Instance.class);
  }

  /**
   * A session and the Region of the client, whose requests it will sign.
   *
   * @param wanted the role's name or ARN
   * @throws UserError when there is no such role, or several, or one that does not trust him
   */
  Assumed assume(String wanted) {
    Scope client =
        instances.stream()
            .findFirst()
            .map(Ec2Record.Instance::scope)
            .orElseThrow(() ->
                new UserError(
                    "there is no client instance, so there is nobody to sign for",
                    "Apply the consumer: ./skybridge apply"));
    Role role = role(wanted);
    SequencedSet<Scope> accounts = new LinkedHashSet<>();
    accounts.add(client);
    accounts.add(new Scope(role.account(), client.region()));
    StringBuilder refusals = new StringBuilder();
    for (Scope account : accounts) {
      Principal.Identity person = Administrator.of(account);
      try {
        return new Assumed(
            sts.assumeRole(person, Assumption.of(role.arn(), SESSION_NAME)),
            client.region().name());
      } catch (AwsException e) {
        refusals.append("\n  ").append(e.getMessage());
      }
    }
    throw new UserError(
        "role " + role.arn() + ": may not be assumed" + refusals,
        "Let the role's trust policy name one of these principals or its account.");
  }

  private Role role(String wanted) {
    List<Role> found =
        iam.roles().stream()
            .filter(role -> role.arn().equals(wanted) || role.name().equals(wanted))
            .toList();
    if (found.size() == 1) {
      return found.getFirst();
    }
    String choice =
        (found.isEmpty() ? iam.roles() : found)
            .stream().map(Role::arn).sorted().collect(Collectors.joining("\n    "));
    throw new UserError(
        "role " + wanted + ": " + (found.isEmpty() ? "there is none" : "there are several"),
        "Name one of:\n    " + choice);
  }

  /** What a signer needs. */
  record Assumed(Session session, String region) {}
}
