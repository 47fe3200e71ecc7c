package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

/**
 * An Amazon Resource Name.
 *
 * @param partition e.g. {@code aws}
 * @param service e.g. {@code iam}
 * @param region may be empty
 * @param account may be empty, or {@code aws} for what AWS itself owns
 * @param resource the rest, colons included
 */
public record Arn(
    String partition, String service, String region, String account, String resource) {
  private static final String EXPECTED = "expected: arn:partition:service:region:account:resource";

  public Arn {
    requireNonNull(partition);
    requireNonNull(service);
    requireNonNull(region);
    requireNonNull(account);
    requireNonNull(resource);
    if (!isRegion(region) || !isAccount(account)) {
      throw new IllegalArgumentException(
          "ARN of Region '" + region + "' and account '" + account + "' (" + EXPECTED + ")");
    }
  }

  /**
   * Reads an ARN.
   *
   * @throws IllegalArgumentException if {@code text} has not the six parts of an ARN, or in the
   *     place of Region or account what can be none
   */
  public static Arn parse(String text) {
    String[] parts = text.split(":", 6);
    if (!isArn(parts)) {
      throw new IllegalArgumentException("ARN: " + text + " (" + EXPECTED + ")");
    }
    return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
  }

  /** Whether {@code text} has the form of an ARN. */
  public static boolean isArn(String text) {
    return isArn(text.split(":", 6));
  }

  private static boolean isArn(String[] parts) {
    return parts.length == 6
        && parts[0].equals("arn")
        && isRegion(parts[3])
        && isAccount(parts[4])
        && !parts[5].isEmpty();
  }

  private static boolean isRegion(String text) {
    return text.chars().allMatch(c -> c == '-' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z'));
  }

  private static boolean isAccount(String text) {
    return text.isEmpty() || text.equals("aws") || AccountId.isAccountId(text);
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
