package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.tls.Suites;
import dev.skybridge.network.tls.TlsIdentity;
import dev.skybridge.network.tls.TlsServer;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.IdentityCipherSuiteFilter;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.net.ssl.SSLException;

/**
 * The TLS contexts of one listening: one per certificate, so that a session is only ever resumed
 * under the certificate it began with. The choice of the TLS engine sits here and in {@link
 * ClientTls}.
 */
final class ServerTls {
  private static final int MAXIMUM_CONTEXTS = 64;

  private final TlsServer tls;
  private final boolean http2;

  /** Guarded by this; the eldest leaves. */
  private final Map<X509Certificate, SslContext> contexts = new LinkedHashMap<>();

  ServerTls(TlsServer tls, boolean http2) {
    this.tls = requireNonNull(tls);
    this.http2 = http2;
  }

  /**
   * The context for a handshake.
   *
   * @param serverName what the client asks for, empty if nothing
   * @throws SSLException if there is no certificate, or it cannot be used
   */
  SslContext context(String serverName) throws SSLException {
    TlsIdentity identity =
        tls.identities()
            .select(serverName)
            .orElseThrow(() -> new SSLException("no certificate for '" + serverName + "'"));
    X509Certificate certificate = identity.chain().getFirst();
    synchronized (this) {
      SslContext known = contexts.get(certificate);
      if (known != null) {
        return known;
      }
      SslContext context = build(identity);
      contexts.put(certificate, context);
      if (contexts.size() > MAXIMUM_CONTEXTS) {
        contexts.remove(contexts.keySet().iterator().next());
      }
      return context;
    }
  }

  private SslContext build(TlsIdentity identity) throws SSLException {
    PrivateKey key = identity.key();
    SslContextBuilder builder =
        SslContextBuilder.forServer(key, identity.chain())
            .sslProvider(SslProvider.JDK)
            .protocols(tls.protocols())
            .ciphers(Suites.toJdk(tls.suites()), IdentityCipherSuiteFilter.INSTANCE);
    if (http2) {
      builder.applicationProtocolConfig(
          new ApplicationProtocolConfig(
              Protocol.ALPN,
              SelectorFailureBehavior.NO_ADVERTISE,
              SelectedListenerFailureBehavior.ACCEPT,
              ApplicationProtocolNames.HTTP_2,
              ApplicationProtocolNames.HTTP_1_1));
    }
    return builder.build();
  }
}
