package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

/**
 * What somebody wants to do.
 *
 * @param principal who
 * @param action what, e.g. {@code dynamodb:PutItem}
 * @param resource on which resource: an ARN, or {@code *} for actions without one
 * @param resourceAccount the account that owns the resource
 * @param context the request's facts; keys that follow from principal and resource (such as {@code
 *     aws:PrincipalArn}) need not be put
 */
public record AccessRequest(
    Principal principal,
    String action,
    String resource,
    AccountId resourceAccount,
    Context context) {
  public AccessRequest {
    requireNonNull(principal);
    requireNonNull(action);
    requireNonNull(resource);
    requireNonNull(resourceAccount);
    requireNonNull(context);
  }

  /** The context with the keys that follow from principal and resource. */
  Context facts() {
    Context.Builder facts = context.toBuilder();
    facts.putIfAbsent("aws:ResourceAccount", resourceAccount.value());
    switch (principal) {
      case Principal.Anonymous anonymous ->
          facts
              .putIfAbsent("aws:PrincipalType", "Anonymous")
              .putIfAbsent("aws:PrincipalIsAWSService", "false");
      case Principal.Service service ->
          facts
              .putIfAbsent("aws:PrincipalServiceName", service.name())
              .putIfAbsent("aws:PrincipalIsAWSService", "true");
      case Principal.Identity identity -> identityFacts(identity, facts);
    }
    return facts.build();
  }

  private static void identityFacts(Principal.Identity identity, Context.Builder facts) {
    facts.putIfAbsent("aws:PrincipalArn", identity.principalArn());
    facts.putIfAbsent("aws:PrincipalAccount", identity.account().value());
    facts.putIfAbsent("aws:PrincipalIsAWSService", "false");
    if (identity.roleArn().isPresent()) {
      facts.putIfAbsent("aws:PrincipalType", "AssumedRole");
      return;
    }
    int user = identity.arn().indexOf(":user/");
    facts.putIfAbsent("aws:PrincipalType", user < 0 ? "Account" : "User");
    if (user >= 0) {
      String path = identity.arn().substring(user + ":user/".length());
      facts.putIfAbsent("aws:username", path.substring(path.lastIndexOf('/') + 1));
    }
  }
}
