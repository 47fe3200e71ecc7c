package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.AttachedPolicy;
import java.util.List;

/** The service control policies that hold for accounts; the service organizations has them. */
@FunctionalInterface
public interface ServiceControl {
  /** Those that hold for the principals of an account, a list for each level that must allow. */
  List<List<AttachedPolicy>> of(AccountId account);
}
