package dev.skybridge.network.fabric;

import dev.skybridge.network.tls.TlsClient;
import io.netty.buffer.ByteBufAllocator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.net.ssl.SSLException;

/** The TLS contexts of clients, one per set of trusted roots: sessions are resumed under it. */
final class ClientTls {
  /** By anchors; none means that nothing is verified. */
  private final ConcurrentMap<List<X509Certificate>, SslContext> contexts =
      new ConcurrentHashMap<>();

  /**
   * A handler for one connection.
   *
   * @param target the socket connected to, under which sessions are remembered
   */
  SslHandler handler(TlsClient tls, InetSocketAddress target, ByteBufAllocator allocator) {
    SslContext context = contexts.computeIfAbsent(tls.anchors(), ClientTls::build);
    String host =
        tls.serverName().isEmpty() ? target.getAddress().getHostAddress() : tls.serverName();
    return context.newHandler(allocator, host, target.getPort());
  }

  private static SslContext build(List<X509Certificate> anchors) {
    SslContextBuilder builder = SslContextBuilder.forClient().sslProvider(SslProvider.JDK);
    if (anchors.isEmpty()) {
      builder
          .trustManager(InsecureTrustManagerFactory.INSTANCE)
          .endpointIdentificationAlgorithm("");
    } else {
      builder.trustManager(anchors).endpointIdentificationAlgorithm("HTTPS");
    }
    try {
      return builder.protocols("TLSv1.3", "TLSv1.2").build();
    } catch (SSLException e) {
      throw new IllegalArgumentException("anchors: " + anchors, e);
    }
  }
}
