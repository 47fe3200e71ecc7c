package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

/**
 * One line of a route table.
 *
 * @param destination the addresses it is for: a {@link Place.Block} or {@link Place.Listed}
 * @param target where these go
 */
public record Route(Place destination, Target target) {
  public Route {
    requireNonNull(target);
    if (requireNonNull(destination) instanceof Place.Member) {
      throw new IllegalArgumentException(
          "destination: " + destination + " (expected: a block or a prefix list)");
    }
  }

  /** Where a route leads. */
  public sealed interface Target {
    /** To the VPC's own addresses. */
    record Local() implements Target {
      @Override
      public String toString() {
        return "local";
      }
    }

    /** To an internet gateway, behind which nothing answers here. */
    record InternetGateway(String id) implements Target {
      @Override
      public String toString() {
        return id;
      }
    }

    /** To a gateway VPC endpoint. */
    record GatewayEndpoint(String id) implements Target {
      @Override
      public String toString() {
        return id;
      }
    }

    /** To something that carries nothing here (a NAT gateway, a peering connection). */
    record Other(String id) implements Target {
      @Override
      public String toString() {
        return id;
      }
    }
  }

  @Override
  public String toString() {
    return destination + " -> " + target;
  }
}
