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
   * A role session, a user or an account's root user.
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
  }
}
