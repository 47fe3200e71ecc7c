package dev.skybridge.policy;

/**
 * The number of an AWS account.
 *
 * @param value 12 digits
 */
public record AccountId(String value) {
  public AccountId {
    if (!isAccountId(value)) {
      throw new IllegalArgumentException("account: " + value + " (expected: 12 digits)");
    }
  }

  static boolean isAccountId(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  @Override
  public String toString() {
    return value;
  }
}
