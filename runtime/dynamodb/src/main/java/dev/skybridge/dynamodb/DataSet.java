package dev.skybridge.dynamodb;

import static java.util.Objects.requireNonNull;

/**
 * Whose tables: those of one account in one Region.
 *
 * @param partition of its ARNs, e.g. {@code aws}
 * @param region e.g. {@code eu-central-1}
 * @param account 12 digits
 */
public record DataSet(String partition, String region, String account) {
  public DataSet {
    requireNonNull(partition);
    requireNonNull(region);
    requireNonNull(account);
    if (account.length() != 12 || !account.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("account: " + account + " (expected: 12 digits)");
    }
  }

  /** The ARN of a resource, e.g. of {@code table/orders}. */
  public String arn(String resource) {
    return "arn:" + partition + ":dynamodb:" + region + ":" + account + ":" + resource;
  }
}
