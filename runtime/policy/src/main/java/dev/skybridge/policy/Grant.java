package dev.skybridge.policy;

/** How a statement's Principal element concerns a principal. */
enum Grant {
  /** Not at all. */
  NONE,
  /** By its account: in an Allow this leaves it to the account's own policies. */
  ACCOUNT,
  /** By itself, by its role, or as everybody. */
  DIRECT;

  /** How {@code principals} concerns {@code principal}. */
  static Grant of(Principals principals, Principal principal) {
    if (principals.negated()) {
      return exempt(principals, principal) ? NONE : DIRECT;
    }
    if (principals.everyone()) {
      return DIRECT;
    }
    Grant best = NONE;
    for (Principals.Entry entry : principals.entries()) {
      Grant grant = of(entry, principal);
      best = grant.compareTo(best) > 0 ? grant : best;
    }
    return best;
  }

  private static Grant of(Principals.Entry entry, Principal principal) {
    boolean everyone = entry.type() == Principals.Type.AWS && entry.value().equals("*");
    if (everyone) {
      return DIRECT;
    }
    return switch (principal) {
      case Principal.Anonymous _ -> NONE;
      case Principal.Service service ->
          entry.type() == Principals.Type.SERVICE && entry.value().equals(service.name())
              ? DIRECT
              : NONE;
      case Principal.Identity identity ->
          entry.type() == Principals.Type.AWS ? of(entry.value(), identity) : NONE;
    };
  }

  private static Grant of(String value, Principal.Identity identity) {
    if (value.equals(identity.arn()) || identity.roleArn().filter(value::equals).isPresent()) {
      return DIRECT;
    }
    if (!isAccount(value, identity.account())) {
      return NONE;
    }
    return isAccount(identity.arn(), identity.account()) ? DIRECT : ACCOUNT;
  }

  private static boolean isAccount(String value, AccountId account) {
    return value.equals(account.value())
        || (Arn.isArn(value) && value.endsWith(":iam::" + account.value() + ":root"));
  }

  /**
   * NotPrincipal spares a session only where its account, its role and itself are all named.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">NotPrincipal</a>
   */
  private static boolean exempt(Principals principals, Principal principal) {
    if (principals.everyone()) {
      return true;
    }
    return switch (principal) {
      case Principal.Anonymous _ -> names(principals, Principals.Type.AWS, "*");
      case Principal.Service service -> names(principals, Principals.Type.SERVICE, service.name());
      case Principal.Identity identity ->
          names(principals, Principals.Type.AWS, "*")
              || (principals.entries().stream()
                      .anyMatch(entry -> isAccount(entry.value(), identity.account()))
                  && identity.roleArn().stream()
                      .allMatch(role -> names(principals, Principals.Type.AWS, role))
                  && (isAccount(identity.arn(), identity.account())
                      || names(principals, Principals.Type.AWS, identity.arn())));
    };
  }

  private static boolean names(Principals principals, Principals.Type type, String value) {
    return principals.entries().contains(new Principals.Entry(type, value));
  }
}
