package dev.skybridge.network.fabric;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.ssl.SslHandler;
import java.util.concurrent.TimeUnit;

/**
 * Ends a connection so that the last answer arrives: closing at once while the other side still
 * sends would reset the connection and take the answer with it (RFC 9112, 9.6).
 */
final class LingeringClose {
  private static final long PATIENCE_MILLIS = 1_000;

  private LingeringClose() {}

  /** Says that nothing more will come, and closes when the other side does, or after a second. */
  static void end(ChannelHandlerContext context) {
    SslHandler tls = context.pipeline().get(SslHandler.class);
    if (tls == null) {
      halfClose(context);
    } else {
      var _ = tls.closeOutbound().addListener(done -> halfClose(context));
    }
  }

  private static void halfClose(ChannelHandlerContext context) {
    if (context.channel() instanceof SocketChannel socket) {
      var _ = socket.shutdownOutput();
    }
    context.channel().config().setAutoRead(true);
    var _ =
        context
            .executor()
            .schedule(
                () -> {
                  var _ = context.close();
                },
                PATIENCE_MILLIS,
                TimeUnit.MILLISECONDS);
  }
}
