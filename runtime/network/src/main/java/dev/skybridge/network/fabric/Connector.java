package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.gate.Step;
import dev.skybridge.gate.Verdict;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.SendFailure.Kind;
import dev.skybridge.network.http.Timeouts;
import dev.skybridge.network.tls.TlsClient;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.Future;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLSession;

/** Opens the connections of clients, once the gates have let them pass. */
final class Connector {
  /** Less than the idle time of any listening here, so that the client closes first. */
  private static final int IDLE_SECONDS = 55;

  private static final int MAXIMUM_HEADERS = 32 << 10;

  private final Loops loops;
  private final Links links;
  private final ClientTls tls = new ClientTls();

  Connector(Loops loops, Links links) {
    this.loops = requireNonNull(loops);
    this.links = requireNonNull(links);
  }

  /** Opens a connection and does its handshake, which becomes a step. */
  ClientConnection open(Way.Open way, TlsClient tlsClient, Timeouts timeouts, Consumer<Step> note)
      throws SendFailure, InterruptedException {
    Channel channel = bind(way, timeouts.connect());
    Link link = way.link((InetSocketAddress) channel.localAddress());
    links.enter(link);
    link.onEnd(() -> {
      var _ = channel.close();
    });
    var _ = channel.closeFuture().addListener(closed -> links.leave(link));
    boolean done = false;
    try {
      connect(channel, way, timeouts.connect());
      if (tlsClient.mode() != TlsClient.Mode.PLAIN) {
        handshake(channel, way, tlsClient, timeouts.handshake(), note);
      }
      ClientConnection connection = complete(channel, link);
      done = true;
      return connection;
    } finally {
      if (!done) {
        var _ = channel.close();
      }
    }
  }

  private Channel bind(Way.Open way, Duration timeout) throws SendFailure, InterruptedException {
    ChannelFuture bound =
        new Bootstrap()
            .group(loops.group())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(timeout.toMillis()))
            .handler(new EndAtFailure())
            .bind(new InetSocketAddress(way.from(), 0))
            .await();
    if (!bound.isSuccess()) {
      throw new SendFailure(Kind.CLOSED, "no socket: " + bound.cause());
    }
    return bound.channel();
  }

  private static void connect(Channel channel, Way.Open way, Duration timeout)
      throws SendFailure, InterruptedException {
    ChannelFuture connected = channel.connect(way.to()).await();
    if (connected.isSuccess()) {
      return;
    }
    String place = place(way);
    throw connected.cause() instanceof ConnectException refused
            && !(refused instanceof io.netty.channel.ConnectTimeoutException)
        ? new SendFailure(Kind.REFUSED, "nothing listens at " + place)
        : new SendFailure(
            Kind.CONNECT_TIMEOUT,
            "no connection to " + place + " within " + timeout.toMillis() + " ms");
  }

  private void handshake(
      Channel channel, Way.Open way, TlsClient tlsClient, Duration timeout, Consumer<Step> note)
      throws SendFailure, InterruptedException {
    long start = System.nanoTime();
    SslHandler handler = tls.handler(tlsClient, way.to(), channel.alloc());
    handler.setHandshakeTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    channel.pipeline().addFirst(handler);
    Future<Channel> done = handler.handshakeFuture().await();
    long nanos = Math.max(0, System.nanoTime() - start);
    String place = place(way);
    if (!done.isSuccess()) {
      String reason = "TLS with " + place + " failed: " + done.cause().getMessage();
      Verdict failed = Verdict.refuse(place, "handshake", reason, HandshakeRemedy.of(reason));
      note.accept(new Step("TLS handshake", place, failed, nanos));
      throw new SendFailure(Kind.TLS, reason);
    }
    SSLSession session = handler.engine().getSession();
    String agreed = session.getProtocol() + " " + session.getCipherSuite();
    note.accept(new Step("TLS handshake", place, Verdict.allow(place, agreed), nanos));
  }

  private static ClientConnection complete(Channel channel, Link link) {
    ClientExchange exchange = new ClientExchange();
    channel.pipeline().remove(EndAtFailure.class);
    channel
        .pipeline()
        .addLast(
            new IdleStateHandler(0, 0, IDLE_SECONDS),
            new HttpClientCodec(
                new HttpDecoderConfig().setMaxHeaderSize(MAXIMUM_HEADERS), false, false),
            exchange);
    return new ClientConnection(channel, exchange, link);
  }

  private static String place(Way.Open way) {
    return way.target() + ":" + way.flow().port();
  }
}
