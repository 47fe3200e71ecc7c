package dev.skybridge.provider.types.ec2;

import dev.skybridge.network.Cidr;
import dev.skybridge.network.Ipv4;
import dev.skybridge.provider.Check;
import dev.skybridge.services.AwsException;
import java.util.Optional;

/** Reads addresses and blocks as EC2 does, with its refusals. */
final class Parsing {
  private Parsing() {}

  static Cidr block(String text) {
    try {
      return Cidr.parse(text);
    } catch (IllegalArgumentException e) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value (%s) for parameter cidrBlock is invalid. This is not a valid CIDR block."
              .formatted(text),
          "[" + e.getMessage() + "]");
    }
  }

  /** A block whose address is its first, as the provider wants it at plan. */
  static Check network() {
    return Check.text((name, text) -> {
      try {
        Cidr.parse(text);
        return Optional.empty();
      } catch (IllegalArgumentException e) {
        return Optional.of("\"%s\" is no IPv4 CIDR %s".formatted(name, e.getMessage()));
      }
    });
  }

  static Ipv4 address(String text) {
    try {
      return Ipv4.parse(text);
    } catch (IllegalArgumentException e) {
      throw new AwsException(
          "InvalidParameterValue",
          400,
          "Value (%s) for parameter privateIpAddress is invalid. Invalid IPv4 address"
              .formatted(text));
    }
  }
}
