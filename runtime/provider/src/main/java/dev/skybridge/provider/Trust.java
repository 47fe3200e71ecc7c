package dev.skybridge.provider;

import static java.util.Objects.requireNonNull;

import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Scope;
import java.util.Optional;

/** Whether a caller may take on a role, as AWS STS decides. */
@FunctionalInterface
public interface Trust {
  /**
   * Takes on a role.
   *
   * @return the role session
   * @throws RuntimeException (AwsException) when the role is not there or does not trust the caller
   */
  Principal.Identity assume(Principal.Identity caller, Request request);

  /** Who deploys in an account where no role is asked for: by default its root. */
  default Principal.Identity deployer(Scope home) {
    return Principal.Identity.user(home.globalArn("iam", "root").toString(), home.account());
  }

  /** What {@code assume_role} of a provider configuration asks for. */
  record Request(String roleArn, String sessionName, Optional<String> externalId) {
    public Request {
      requireNonNull(roleArn);
      requireNonNull(sessionName);
      requireNonNull(externalId);
    }
  }
}
