package dev.skybridge.policy;

/** How a statement's Principal element concerns a principal; the later, the more directly. */
enum Grant {
  /** Not at all. */
  NONE,
  /** By its account: in an Allow this leaves it to the account's own policies. */
  ACCOUNT,
  /** By the role of which it is a session: what limits the role limits the grant. */
  ROLE,
  /** By itself, or as everybody: within the account nothing but a Deny limits the grant. */
  DIRECT;

  /** The one that concerns it more directly. */
  Grant or(Grant other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
