package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpHandler;
import dev.skybridge.network.http.HttpSettings;
import dev.skybridge.network.tls.TlsServer;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** A listening socket, its connections and its handler. */
final class HttpServer implements HttpListening {
  private static final int BACKLOG = 1024;

  private final Handling handling;
  private final ChannelGroup connections;
  private final Channel channel;
  private final Consumer<HttpServer> onClose;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Mode mode;

  /** How connections are served that are accepted now. */
  record Mode(Optional<ServerTls> tls, HttpSettings settings) {
    static Mode plain(HttpSettings settings) {
      return new Mode(Optional.empty(), settings);
    }

    static Mode tls(TlsServer tls, HttpSettings settings) {
      return new Mode(Optional.of(new ServerTls(tls, settings.http2())), settings);
    }
  }

  /**
   * Listens at any free port of {@code address}.
   *
   * @throws UncheckedIOException if it cannot be bound
   */
  HttpServer(
      Loops loops,
      InetSocketAddress address,
      Admission admission,
      Mode mode,
      HttpHandler handler,
      Consumer<HttpServer> onClose) {
    this.mode = requireNonNull(mode);
    this.onClose = requireNonNull(onClose);
    handling = new Handling(handler);
    connections = new DefaultChannelGroup(loops.group().next(), true);
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loops.group())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(new ServerInitializer(admission, () -> this.mode, handling, connections))
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      handling.close();
      throw new UncheckedIOException(
          "listen at " + address, new IOException(String.valueOf(bound.cause()), bound.cause()));
    }
    channel = bound.channel();
  }

  @Override
  public InetSocketAddress loopback() {
    return (InetSocketAddress) channel.localAddress();
  }

  @Override
  public void update(TlsServer tls, HttpSettings settings) {
    if (mode.tls().isEmpty()) {
      throw new IllegalStateException("a local listening does no TLS");
    }
    mode = Mode.tls(tls, settings);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      onClose.accept(this);
      channel.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
      handling.close();
      connections.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
    }
  }
}
