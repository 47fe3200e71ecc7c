package dev.skybridge.services.lambda;

import dev.skybridge.network.fabric.Fabric;
import dev.skybridge.network.fabric.HttpListening;
import dev.skybridge.network.http.HttpHandler;

/** Local listeners of a fabric, as the runtime has them. */
record FabricHttp(Fabric fabric) implements LocalHttp {
  @Override
  public Listener listen(HttpHandler handler) {
    HttpListening listening = fabric.serveLocal(handler);
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
