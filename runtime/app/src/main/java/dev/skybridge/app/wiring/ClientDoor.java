package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.app.access.ClientInstance;
import dev.skybridge.network.NetworkInterface;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.SocksDoor;
import dev.skybridge.services.ec2.Ec2;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The client instance's door: open while there is an instance. */
final class ClientDoor implements AutoCloseable {
  private final Ec2 ec2;
  private final Fabric fabric;
  private final int wantedPort;
  private @Nullable SocksDoor door;
  private @Nullable String interfaceId;

  /**
   * @param wantedPort the port on 127.0.0.1, 0 for any that is free
   */
  ClientDoor(Ec2 ec2, Fabric fabric, int wantedPort) {
    this.ec2 = ec2;
    this.fabric = fabric;
    this.wantedPort = wantedPort;
  }

  /** Opens or closes the door as the client instance comes or goes. */
  synchronized void reconcile() {
    Optional<NetworkInterface> card =
        ClientInstance.of(ec2)
            .flatMap(instance -> fabric.topology().networkInterface(instance.interfaceId()));
    if (card.map(NetworkInterface::id).equals(Optional.ofNullable(interfaceId))) {
      return;
    }
    close();
    if (card.isPresent()) {
      open(card.get());
    }
  }

  private void open(NetworkInterface card) {
    try {
      door = fabric.socksDoor(card.id(), wantedPort, fabric.resolver(card.vpcId()));
      interfaceId = card.id();
    } catch (UncheckedIOException e) {
      throw new UserError(
          "client's door: port " + wantedPort + " on 127.0.0.1 is taken",
          "Name another one with --socks-port, or leave it out for any that is free.",
          e);
    }
  }

  /** The client instance's network interface, when the door is open. */
  synchronized Optional<String> interfaceId() {
    return Optional.ofNullable(interfaceId);
  }

  /** The door's port, when it is open. */
  synchronized Optional<Integer> port() {
    SocksDoor open = door;
    return open == null ? Optional.empty() : Optional.of(open.address().getPort());
  }

  @Override
  public synchronized void close() {
    SocksDoor open = door;
    if (open != null) {
      open.close();
    }
    door = null;
    interfaceId = null;
  }
}
