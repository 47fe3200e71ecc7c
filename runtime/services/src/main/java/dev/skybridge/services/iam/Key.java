package dev.skybridge.services.iam;

import dev.skybridge.policy.AccountId;
import java.util.Locale;

/** Where a record is kept: IAM's names are unique in an account without regard to case. */
record Key(String text) implements Comparable<Key> {
  static Key of(AccountId account, String... names) {
    return new Key(account.value() + "\n" + String.join("\n", names).toLowerCase(Locale.ROOT));
  }

  static boolean sameRole(AccountId account, String one, AccountId other, String another) {
    return account.equals(other) && one.equalsIgnoreCase(another);
  }

  @Override
  public int compareTo(Key other) {
    return text.compareTo(other.text);
  }
}
