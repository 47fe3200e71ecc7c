package dev.skybridge.app.access;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.NetworkInterface;
import dev.skybridge.policy.AccountId;
import dev.skybridge.services.lambda.Function;
import dev.skybridge.services.signature.Caller;
import java.util.Optional;

/**
 * Who wants to reach something: a network interface, a principal, or both.
 *
 * @param kind what it is
 * @param name how people name it; the same after a replacement
 * @param account whose it is
 * @param card the network interface that its connections leave; empty for a principal alone
 * @param caller whose credentials it has; empty for an interface alone
 * @param function the function, if it is one
 * @param signs whether it signs what may go unsigned: the client's tools do so only when they are
 *     told to
 */
public record Actor(
    Kind kind,
    String name,
    AccountId account,
    Optional<NetworkInterface> card,
    Optional<Caller> caller,
    Optional<Function> function,
    boolean signs) {
  /** What an actor is. */
  public enum Kind {
    INSTANCE,
    FUNCTION,
    LOAD_BALANCER,
    VPC_ENDPOINT,
    ROLE,
    ACCOUNT
  }

  public Actor {
    requireNonNull(kind);
    requireNonNull(name);
    requireNonNull(account);
    requireNonNull(card);
    requireNonNull(caller);
    requireNonNull(function);
  }

  /** From where its connections come: the function, or else the network interface. */
  Optional<String> place() {
    return function()
        .map(found -> found.arn().toString())
        .or(() -> card().map(NetworkInterface::id));
  }

  /** The same with a role's credentials in place of its own. */
  public Actor as(Caller other) {
    return new Actor(kind, name, account, card, Optional.of(other), function, true);
  }

  /** Whose signature its requests to an API have. */
  Optional<Caller> signer() {
    return caller.filter(_ -> signs);
  }
}
