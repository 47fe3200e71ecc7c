package dev.skybridge.app.access;

import dev.skybridge.services.ec2.Ec2;
import dev.skybridge.services.ec2.Ec2Record;
import java.util.Optional;

/** The EC2 instance from which people act: of several the one that was made first. */
public final class ClientInstance {
  private ClientInstance() {}

  /** Empty while there is no instance in any account. */
  public static Optional<Ec2Record.Instance> of(Ec2 ec2) {
    return ec2.all(Ec2Record.Instance.class).stream().findFirst();
  }
}
