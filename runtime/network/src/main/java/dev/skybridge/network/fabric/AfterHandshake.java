package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.Peer;
import dev.skybridge.network.tls.Suites;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SniCompletionEvent;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Optional;
import javax.net.ssl.SSLSession;

/** Waits for the handshake and then sets up the protocol that it agreed on. */
final class AfterHandshake extends ChannelInboundHandlerAdapter {
  private final ServerPipeline pipeline;
  private final Admission.Guest guest;
  private boolean failed;
  private Optional<String> serverName = Optional.empty();

  AfterHandshake(ServerPipeline pipeline, Admission.Guest guest) {
    this.pipeline = requireNonNull(pipeline);
    this.guest = requireNonNull(guest);
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof SniCompletionEvent sni) {
      serverName = Optional.ofNullable(sni.hostname());
    } else if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        ready(context);
      } else {
        fail(context, handshake.cause());
      }
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(context, cause);
  }

  private void fail(ChannelHandlerContext context, Throwable cause) {
    if (!failed) {
      failed = true;
      Throwable root = cause;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      guest.handshakeFailed(String.valueOf(root.getMessage()));
    }
    var _ = context.close();
  }

  private void ready(ChannelHandlerContext context) {
    SslHandler handler = context.pipeline().get(SslHandler.class);
    SSLSession session = handler.engine().getSession();
    Optional<Peer.Tls> tls =
        Optional.of(
            new Peer.Tls(
                session.getProtocol(), Suites.toOpenssl(session.getCipherSuite()), serverName));
    if (ApplicationProtocolNames.HTTP_2.equals(handler.applicationProtocol())) {
      pipeline.http2(context.pipeline(), tls);
    } else {
      pipeline.http1(context.pipeline(), tls);
    }
    context.pipeline().remove(this);
  }
}
