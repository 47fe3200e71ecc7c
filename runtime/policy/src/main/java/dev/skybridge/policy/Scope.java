package dev.skybridge.policy;

import static java.util.Objects.requireNonNull;

/** Where a resource lives: an account and a Region. */
public record Scope(AccountId account, Region region) {
  public Scope {
    requireNonNull(account);
    requireNonNull(region);
  }

  /**
   * The ARN of a regional resource of this account.
   *
   * @param service the service's name in ARNs, e.g. {@code execute-api}
   * @param resource the last part, e.g. {@code table/orders}
   */
  public Arn arn(String service, String resource) {
    return new Arn(region.partition(), service, region.name(), account.value(), resource);
  }

  /** The ARN of a resource without Region, e.g. of service {@code iam}. */
  public Arn globalArn(String service, String resource) {
    return new Arn(region.partition(), service, "", account.value(), resource);
  }
}
