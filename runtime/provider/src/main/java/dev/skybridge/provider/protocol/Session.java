package dev.skybridge.provider.protocol;

import dev.skybridge.provider.registry.Connection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** One connection of Terraform: each provider block has its own. */
final class Session {
  private final AtomicReference<Optional<Connection>> connection =
      new AtomicReference<>(Optional.empty());

  void configured(Connection configured) {
    connection.set(Optional.of(configured));
  }

  /**
   * What the provider block fixed.
   *
   * @throws IllegalStateException when Terraform has not configured this connection
   */
  Connection connection() {
    return connection.get().orElseThrow(() -> new IllegalStateException("not configured"));
  }
}
