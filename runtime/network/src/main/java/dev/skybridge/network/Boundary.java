package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Gate;
import dev.skybridge.network.SecurityGroup.Direction;
import java.util.Locale;

/**
 * One gate on the way of a connection, and where it stands.
 *
 * @param kind what kind of gate it is
 * @param direction which way the opening packets pass it; a route has egress only
 * @param place the id of the resource at which it stands, e.g. {@code eni-0a1b}
 * @param decision decides on the connection
 */
public record Boundary(Kind kind, Direction direction, String place, Gate<Flow> decision) {
  public Boundary {
    requireNonNull(kind);
    requireNonNull(direction);
    requireNonNull(place);
    requireNonNull(decision);
  }

  /** What stands between two network interfaces. */
  public enum Kind {
    SECURITY_GROUP("security group"),
    NETWORK_ACL("network ACL"),
    ROUTE("route");

    private final String text;

    Kind(String text) {
      this.text = text;
    }
  }

  /** The gate's name in traces: {@code security group egress}, {@code route}. */
  public String gate() {
    return kind == Kind.ROUTE
        ? kind.text
        : kind.text + " " + direction.name().toLowerCase(Locale.ROOT);
  }
}
