package dev.skybridge.app.wiring;

import dev.skybridge.app.UserError;
import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.services.api.TagSource;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where AWS's API is reached: plain HTTP on 127.0.0.1, so that clients need no certificate. It
 * stands for AWS's TLS endpoints: {@code aws:SecureTransport} is true there.
 */
public final class ApiDoor implements AutoCloseable {
  /** A batch of DynamoDB has 16 MB, and a function may take 15 minutes. */
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withBody(20 << 20).withIdle(Duration.ofMinutes(16));

  private final Fabric fabric;
  private final HttpHandler handler;
  private final int wantedPort;
  private @Nullable HttpListening listening;

  /**
   * @param tags the tags of resources
   * @param wantedPort 0 for any that is free
   */
  ApiDoor(Services services, TagSource tags, int wantedPort) {
    this.fabric = services.fabric;
    this.handler = ApiWiring.endpoint(services, tags);
    this.wantedPort = wantedPort;
  }

  /** Begins to listen, if it does not yet. */
  synchronized void open() {
    if (listening != null) {
      return;
    }
    try {
      listening = fabric.serveLocal(wantedPort, SETTINGS, handler);
    } catch (UncheckedIOException e) {
      throw new UserError(
          "AWS's API: port " + wantedPort + " on 127.0.0.1 is taken",
          "Name another one with --api-port, or leave it out for any that is free.",
          e);
    }
  }

  /** Its address, e.g. {@code http://127.0.0.1:4566}; empty while it does not listen. */
  public synchronized String url() {
    HttpListening open = listening;
    return open == null ? "" : "http://127.0.0.1:" + open.loopback().getPort();
  }

  @Override
  public synchronized void close() {
    HttpListening open = listening;
    if (open != null) {
      open.close();
    }
    listening = null;
  }
}
