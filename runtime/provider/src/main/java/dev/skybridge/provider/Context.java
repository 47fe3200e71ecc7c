package dev.skybridge.provider;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Principal;
import dev.skybridge.policy.Region;
import dev.skybridge.policy.Scope;

/** Where and for whom a call is made. */
public interface Context {
  /** The account and Region that the provider configuration fixed. */
  Scope scope();

  /** The account. */
  default AccountId account() {
    return scope().account();
  }

  /** The Region. */
  default Region region() {
    return scope().region();
  }

  /** Who calls: a role session, or the account's root. */
  Principal.Identity caller();

  /** Ids for the instance being created or changed; the same within one call. */
  Ids ids();

  /**
   * Keeps a text beside the state: what was decided but is no attribute (an address, a zone).
   * {@code apply} gets it back. At an update, what was remembered before stays.
   */
  void remember(String key, String text);

  /** What has been remembered so far. */
  PrivateData remembered();

  /**
   * Says something that is no failure.
   *
   * @param attribute path as in the configuration, for example {@code route.cidr_block}; "" = none
   */
  void warn(String attribute, String summary, String detail);
}
