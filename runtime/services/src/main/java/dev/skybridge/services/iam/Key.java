package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import dev.skybridge.policy.Arn;
import java.util.Locale;
import java.util.NavigableMap;

/** Where a record is kept: IAM's names are unique in an account without regard to case. */
record Key(String text) implements Comparable<Key> {
  /** Comes behind every name. */
  private static final String LAST = "\uffff";

  static Key of(AccountId account, String... names) {
    return of(account.value(), names);
  }

  private static Key of(String account, String... names) {
    return new Key(account + "\n" + String.join("\n", names).toLowerCase(Locale.ROOT));
  }

  /** The key of what this ARN names, whatever its path. */
  static Key of(Arn arn) {
    return of(arn.account(), arn.resource().substring(arn.resource().lastIndexOf('/') + 1));
  }

  /** The records that belong to a role. */
  static <V> NavigableMap<Key, V> below(NavigableMap<Key, V> all, AccountId account, String role) {
    return all.subMap(of(account, role, ""), true, of(account, role, LAST), false);
  }

  static boolean sameRole(AccountId account, String one, AccountId other, String another) {
    return account.equals(other) && one.equalsIgnoreCase(another);
  }

  @Override
  public int compareTo(Key other) {
    return text.compareTo(other.text);
  }
}
