package dev.skybridge.app.wiring;

import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.services.lambda.LocalHttp;
import java.time.Duration;

/** Lambda's listeners on 127.0.0.1: a poll may be silent for long, a response may have 6 MB. */
record LocalHttpWiring(Fabric fabric) implements LocalHttp {
  private static final HttpSettings SETTINGS =
      HttpSettings.DEFAULT.withBody(16 << 20).withIdle(Duration.ofMinutes(20));

  @Override
  public Listener listen(HttpHandler handler) {
    HttpListening listening = fabric.serveLocal(SETTINGS, handler);
    return new Listener() {
      @Override
      public int port() {
        return listening.loopback().getPort();
      }

      @Override
      public void close() {
        listening.close();
      }
    };
  }
}
