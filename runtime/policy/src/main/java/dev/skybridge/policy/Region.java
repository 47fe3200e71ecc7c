package dev.skybridge.policy;

import java.util.regex.Pattern;

/**
 * An AWS Region.
 *
 * @param name as AWS writes it, e.g. {@code eu-central-1}
 */
public record Region(String name) {
  private static final Pattern NAME = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d+");

  public Region {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Region: " + name + " (expected: a name like eu-central-1)");
    }
  }

  /** The partition: {@code aws}, {@code aws-cn} or {@code aws-us-gov}. */
  public String partition() {
    if (name.startsWith("cn-")) {
      return "aws-cn";
    }
    return name.startsWith("us-gov-") ? "aws-us-gov" : "aws";
  }

  /** The domain under which the services of this Region have their names. */
  public String dnsSuffix() {
    return name.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
  }

  @Override
  public String toString() {
    return name;
  }
}
