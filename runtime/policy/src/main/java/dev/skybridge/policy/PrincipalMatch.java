package dev.skybridge.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Principal or NotPrincipal element, made ready to be compared.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">AWS
 *     JSON policy elements: Principal</a>
 */
final class PrincipalMatch {
  private final Principals principals;
  private final Entry[] entries;
  private final boolean everyone;

  /** One principal, and the account if it is one. */
  private record Entry(Principals.Type type, String value, @Nullable String account) {
    static Entry of(Principals.Entry entry) {
      return new Entry(entry.type(), entry.value(), account(entry.value()));
    }

    private static @Nullable String account(String value) {
      if (AccountId.isAccountId(value)) {
        return value;
      }
      return value.endsWith(":root") && Arn.isArn(value) ? Arn.parse(value).account() : null;
    }
  }

  PrincipalMatch(Principals principals) {
    this.principals = principals;
    this.entries = principals.entries().stream().map(Entry::of).toArray(Entry[]::new);
    this.everyone =
        principals.everyone()
            || principals.entries().contains(new Principals.Entry(Principals.Type.AWS, "*"));
  }

  Principals principals() {
    return principals;
  }

  /** Whether it is {@code "*"}. */
  boolean everyone() {
    return everyone && !principals.negated();
  }

  /** How the element concerns {@code principal}. */
  Grant grant(Principal principal) {
    if (principals.negated()) {
      return exempt(principal) ? Grant.NONE : Grant.DIRECT;
    }
    if (everyone) {
      return Grant.DIRECT;
    }
    Grant best = Grant.NONE;
    for (Entry entry : entries) {
      best = best.or(grant(entry, principal));
    }
    return best;
  }

  private static Grant grant(Entry entry, Principal principal) {
    return switch (principal) {
      case Principal.Anonymous _ -> Grant.NONE;
      case Principal.Service service ->
          direct(entry.type() == Principals.Type.SERVICE && entry.value().equals(service.name()));
      case Principal.Federated federated ->
          direct(
              entry.type() == Principals.Type.FEDERATED
                  && entry.value().equals(federated.provider()));
      case Principal.Identity identity ->
          entry.type() == Principals.Type.AWS ? grant(entry, identity) : Grant.NONE;
    };
  }

  private static Grant grant(Entry entry, Principal.Identity identity) {
    if (entry.value().equals(identity.arn())) {
      return Grant.DIRECT;
    }
    if (identity.account().value().equals(entry.account())) {
      return identity.root() ? Grant.DIRECT : Grant.ACCOUNT;
    }
    return identity.roleArn().isPresent() && entry.value().equals(identity.roleArn().get())
        ? Grant.ROLE
        : Grant.NONE;
  }

  private static Grant direct(boolean named) {
    return named ? Grant.DIRECT : Grant.NONE;
  }

  /**
   * NotPrincipal spares a session only where its account, its role and itself are all named.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
   */
  private boolean exempt(Principal principal) {
    if (everyone) {
      return true;
    }
    return switch (principal) {
      case Principal.Anonymous _ -> false;
      case Principal.Service service -> names(Principals.Type.SERVICE, service.name());
      case Principal.Federated federated -> names(Principals.Type.FEDERATED, federated.provider());
      case Principal.Identity identity ->
          namesAccount(identity.account())
              && (identity.root() || names(Principals.Type.AWS, identity.arn()))
              && identity.roleArn().stream().allMatch(role -> names(Principals.Type.AWS, role));
    };
  }

  private boolean namesAccount(AccountId account) {
    for (Entry entry : entries) {
      if (account.value().equals(entry.account())) {
        return true;
      }
    }
    return false;
  }

  private boolean names(Principals.Type type, String value) {
    return List.of(entries).stream()
        .anyMatch(entry -> entry.type() == type && entry.value().equals(value));
  }
}
