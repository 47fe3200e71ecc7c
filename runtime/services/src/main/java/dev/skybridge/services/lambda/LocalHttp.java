package dev.skybridge.services.lambda;

import dev.skybridge.network.http.HttpHandler;

/** What Lambda needs of the HTTP engine: plain listeners that only this machine reaches. */
@FunctionalInterface
public interface LocalHttp {
  /** A listener on 127.0.0.1, at a free port. */
  Listener listen(HttpHandler handler);

  /** An open listener; closing it ends its connections. */
  interface Listener extends AutoCloseable {
    /** 1-65535. */
    int port();

    @Override
    void close();
  }
}
