package dev.skybridge.policy;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one policy says about one request: of each kind the first statement that matches. */
final class Finding {
  private final PolicyType type;
  private final AttachedPolicy holder;
  private final Facts facts;
  private @Nullable StatementMatch deny;
  private @Nullable StatementMatch direct;
  private @Nullable StatementMatch role;
  private @Nullable StatementMatch account;

  Finding(PolicyType type, AttachedPolicy holder, Facts facts) {
    this.type = type;
    this.holder = holder;
    this.facts = facts;
    holder.policy().match().concerning(facts.service(), this::visit);
  }

  private void visit(StatementMatch statement) {
    Grant grant = statement.grant(type, facts);
    if (grant == Grant.NONE || !statement.matches(facts)) {
      return;
    }
    if (statement.denies()) {
      deny = deny == null ? statement : deny;
    } else if (grant == Grant.DIRECT) {
      direct = direct == null ? statement : direct;
    } else if (grant == Grant.ROLE) {
      role = role == null ? statement : role;
    } else {
      account = account == null ? statement : account;
    }
  }

  PolicyType type() {
    return type;
  }

  AttachedPolicy holder() {
    return holder;
  }

  boolean denies() {
    return deny != null;
  }

  /** How it allows the principal, most directly. */
  Grant grant() {
    if (direct != null) {
      return Grant.DIRECT;
    }
    if (role != null) {
      return Grant.ROLE;
    }
    return account == null ? Grant.NONE : Grant.ACCOUNT;
  }

  boolean allows() {
    return grant() != Grant.NONE;
  }

  /** The statement that denies, or else the one that allows most directly. */
  Optional<StatementMatch> decided() {
    return Stream.of(
            Optional.ofNullable(deny),
            Optional.ofNullable(direct),
            Optional.ofNullable(role),
            Optional.ofNullable(account))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
