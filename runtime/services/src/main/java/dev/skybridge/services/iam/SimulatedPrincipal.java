package dev.skybridge.services.iam;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import dev.skybridge.policy.AttachedPolicy;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.PrincipalPolicies;
import dev.skybridge.services.AwsException;
import dev.skybridge.services.api.ApiCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whose policies are simulated.
 *
 * @param identity who it is in the simulated request
 * @param policies its policies, each under the name that results have
 */
record SimulatedPrincipal(Principal.Identity identity, PrincipalPolicies policies) {
  SimulatedPrincipal {
    requireNonNull(identity);
    requireNonNull(policies);
  }

  /**
   * The user or role of {@code PolicySourceArn}.
   *
   * @param action for which the caller must have the right, on the principal
   * @throws AwsException InvalidInput or NoSuchEntity
   */
  static SimulatedPrincipal of(Iam iam, AccessKeys keys, ApiCall call, String action) {
    String text = call.input().text("PolicySourceArn");
    if (!Arn.isArn(text)
        || !Arn.parse(text).service().equals("iam")
        || !Arn.parse(text).resource().matches("(user|role|group)/.+")) {
      throw invalid(
          "Invalid Entity Arn: " + text + " does not clearly define entity type and name.");
    }
    Arn arn = Arn.parse(text);
    call.authorize(action, text);
    AccountId account = call.scope().account();
    if (!arn.account().equals(account.value())) {
      throw invalid(
          "Invalid Policy Source Arn: caller's account "
              + account
              + " does not have access to policies in account "
              + arn.account());
    }
    String name = arn.resource().substring(arn.resource().lastIndexOf('/') + 1);
    if (arn.resource().startsWith("role/")) {
      return ofRole(iam, new IamChecks(iam).roleExists(account, name));
    }
    Principal.Identity user = Principal.Identity.user(text, account);
    if (!Administrator.isUser(text) || keys.of(account).isEmpty()) {
      String kind = arn.resource().substring(0, arn.resource().indexOf('/'));
      throw Shapes.noSuchEntity("The " + kind + " with name " + name + " cannot be found.");
    }
    return new SimulatedPrincipal(user, iam.principalPolicies(user));
  }

  /** A session of the role; its policies have the names that AWS's simulator gives them. */
  private static SimulatedPrincipal ofRole(Iam iam, Role role) {
    Arn session =
        new Arn(
            Arn.parse(role.arn()).partition(),
            "sts",
            "",
            role.account().value(),
            "assumed-role/" + role.name() + "/simulation");
    Principal.Identity identity =
        Principal.Identity.session(session.toString(), role.arn(), role.account());
    List<AttachedPolicy> named = new ArrayList<>();
    for (InlinePolicy policy : iam.inlinePolicies(role.account(), role.name())) {
      named.add(
          new AttachedPolicy(
              role.arn(), "role_" + role.name() + "_" + policy.name(), policy.policy()));
    }
    for (Attachment each : iam.attachments(role.account(), role.name())) {
      iam.managedPolicy(each.policyArn())
          .ifPresent(
              policy -> named.add(new AttachedPolicy(role.arn(), policy.name(), policy.policy())));
    }
    PrincipalPolicies own = iam.principalPolicies(identity);
    Optional<AttachedPolicy> boundary =
        own.boundary()
            .map(limit ->
                new AttachedPolicy(
                    limit.owner(),
                    limit.owner().substring(limit.owner().lastIndexOf('/') + 1),
                    limit.policy()));
    return new SimulatedPrincipal(
        identity, new PrincipalPolicies(named, boundary, List.of(), own.serviceControl()));
  }

  private static AwsException invalid(String message) {
    return new AwsException("InvalidInput", 400, message);
  }
}
