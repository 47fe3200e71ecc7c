package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Who makes a request. */
public sealed interface Principal {
  /** How AWS's messages name this principal. */
  String name();

  /** A request without credentials. */
  record Anonymous() implements Principal {
    @Override
    public String name() {
      return "anonymous";
    }
  }

  /**
   * An AWS service that acts on its own behalf.
   *
   * @param name e.g. {@code apigateway.amazonaws.com}
   */
  record Service(String name) implements Principal {
    public Service {
      requireNonNull(name);
    }
  }

  /**
   * Somebody whom an identity provider vouches for, who has no session yet.
   *
   * @param provider e.g. {@code cognito-identity.amazonaws.com}, or the ARN of a SAML provider
   */
  record Federated(String provider) implements Principal {
    public Federated {
      requireNonNull(provider);
    }

    @Override
    public String name() {
      return provider;
    }
  }

  /**
   * A role session, a user, a federated user's session or an account's root user.
   *
   * @param arn the ARN of the session, user or root user
   * @param roleArn for a role session, the ARN of its role
   * @param account the account it belongs to
   */
  record Identity(String arn, Optional<String> roleArn, AccountId account) implements Principal {
    public Identity {
      requireNonNull(arn);
      requireNonNull(roleArn);
      requireNonNull(account);
    }

    /** A session of a role. */
    public static Identity session(String arn, String roleArn, AccountId account) {
      return new Identity(arn, Optional.of(roleArn), account);
    }

    /** A user, or an account's root user. */
    public static Identity user(String arn, AccountId account) {
      return new Identity(arn, Optional.empty(), account);
    }

    @Override
    public String name() {
      return arn;
    }

    /** The ARN that {@code aws:PrincipalArn} has: of a session, its role's. */
    public String principalArn() {
      return roleArn.orElse(arn);
    }

    /** Whether it is its account's root user. */
    public boolean root() {
      return arn.endsWith(":root") && arn.endsWith(":iam::" + account + ":root");
    }

    /** Whether it is a session of a role that belongs to an AWS service. */
    public boolean serviceLinked() {
      return roleArn.filter(role -> role.contains(":role/aws-service-role/")).isPresent();
    }

    /**
     * What {@code aws:PrincipalType} has.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Principal
     *     key values</a>
     */
    String type() {
      if (roleArn.isPresent()) {
        return "AssumedRole";
      }
      if (arn.contains(":federated-user/")) {
        return "FederatedUser";
      }
      return arn.contains(":user/") ? "User" : "Account";
    }

    /** The name of a user, without path. */
    Optional<String> userName() {
      return type().equals("User")
          ? Optional.of(arn.substring(arn.lastIndexOf('/') + 1))
          : Optional.empty();
    }
  }
}
