package dev.skybridge.network;

import static java.util.Objects.requireNonNull;

/**
 * A TCP connection that an interface wants to open: the facts that the gates of {@link
 * Reachability} look at.
 *
 * @param interfaceId the interface that opens it
 * @param destination where to
 * @param port the destination's port, 1-65535
 */
public record Flow(String interfaceId, Destination destination, int port) {
  public Flow {
    requireNonNull(interfaceId);
    requireNonNull(destination);
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port: " + port + " (expected: 1-65535)");
    }
  }

  /** A connection to an address. */
  public static Flow to(String interfaceId, Ipv4 address, int port) {
    return new Flow(interfaceId, new Destination.Address(address), port);
  }

  /** A connection to whichever address of a prefix list, e.g. to DynamoDB. */
  public static Flow toPrefixList(String interfaceId, String prefixListId, int port) {
    return new Flow(interfaceId, new Destination.Listed(prefixListId), port);
  }

  /** Where a connection goes. */
  public sealed interface Destination {
    /** To this address. */
    record Address(Ipv4 address) implements Destination {
      @Override
      public String toString() {
        return address.toString();
      }
    }

    /** To one of the addresses of this prefix list. */
    record Listed(String prefixListId) implements Destination {
      @Override
      public String toString() {
        return prefixListId;
      }
    }
  }
}
