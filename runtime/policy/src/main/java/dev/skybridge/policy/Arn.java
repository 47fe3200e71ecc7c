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
  public Arn {
    requireNonNull(partition);
    requireNonNull(service);
    requireNonNull(region);
    requireNonNull(account);
    requireNonNull(resource);
  }

  /**
   * Reads an ARN.
   *
   * @throws IllegalArgumentException if {@code text} has not the six parts of an ARN
   */
  public static Arn parse(String text) {
    String[] parts = text.split(":", 6);
    if (parts.length != 6 || !parts[0].equals("arn") || parts[5].isEmpty()) {
      throw new IllegalArgumentException(
          "ARN: " + text + " (expected: arn:partition:service:region:account:resource)");
    }
    return new Arn(parts[1], parts[2], parts[3], parts[4], parts[5]);
  }

  /** Whether {@code text} has the form of an ARN. */
  public static boolean isArn(String text) {
    String[] parts = text.split(":", 6);
    return parts.length == 6 && parts[0].equals("arn") && !parts[5].isEmpty();
  }

  @Override
  public String toString() {
    return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + resource;
  }
}
