package dev.skybridge.network.fabric;

import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SniHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.Mapping;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** Reads the ClientHello, chooses the certificate by its server name, and does the handshake. */
final class ServerHandshake extends SniHandler {
  private static final long TIMEOUT_MILLIS = 10_000;

  ServerHandshake(ServerTls tls) {
    super((Mapping<@Nullable String, SslContext>) name -> context(tls, name), TIMEOUT_MILLIS);
  }

  @Override
  protected SslHandler newSslHandler(SslContext context, ByteBufAllocator allocator) {
    SslHandler handler = super.newSslHandler(context, allocator);
    SSLParameters parameters = handler.engine().getSSLParameters();
    parameters.setUseCipherSuitesOrder(true);
    handler.engine().setSSLParameters(parameters);
    return handler;
  }

  private static SslContext context(ServerTls tls, @Nullable String name) {
    try {
      return tls.context(name == null ? "" : name);
    } catch (SSLException e) {
      throw new IllegalStateException(e);
    }
  }
}
