package dev.skybridge.network.fabric;

import static java.util.Objects.requireNonNull;

import dev.skybridge.network.http.HttpRequest;
import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.SendFailure.Kind;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** An open connection of a client. Whoever took it from the pool owns it alone. */
final class ClientConnection {
  private final Channel channel;
  private final ClientExchange exchange;
  private final Link link;
  private boolean used;
  private boolean reusable;
  private boolean unanswered;

  ClientConnection(Channel channel, ClientExchange exchange, Link link) {
    this.channel = requireNonNull(channel);
    this.exchange = requireNonNull(exchange);
    this.link = requireNonNull(link);
  }

  Link link() {
    return link;
  }

  /** Whether a request went over it before. */
  boolean used() {
    return used;
  }

  /** Whether it may carry another request. */
  boolean reusable() {
    return reusable && channel.isActive();
  }

  boolean active() {
    return channel.isActive();
  }

  /** Whether the last request failed before anything of an answer came. */
  boolean unanswered() {
    return unanswered;
  }

  void close() {
    var _ = channel.close();
  }

  /** Calls {@code action} when it is closed, now if it is already. */
  void onClosed(Runnable action) {
    var _ = channel.closeFuture().addListener(closed -> action.run());
  }

  /** Sends and waits; a connection whose request failed is closed. */
  HttpResponse exchange(HttpRequest request, Duration timeout)
      throws SendFailure, InterruptedException {
    reusable = false;
    unanswered = false;
    ClientExchange.Open open = exchange.expect();
    var _ =
        channel
            .writeAndFlush(encode(request))
            .addListener(sent -> {
              if (!sent.isSuccess()) {
                open.fail(Kind.RESET, "the connection failed: " + sent.cause().getMessage());
              }
            });
    boolean done = false;
    try {
      ClientExchange.Answered answered =
          open.answer().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      used = true;
      reusable = answered.reusable() && !Responses.closes(request.headers(), false);
      done = true;
      return answered.response();
    } catch (TimeoutException e) {
      throw new SendFailure(
          Kind.RESPONSE_TIMEOUT, "no answer within " + timeout.toMillis() + " ms");
    } catch (ExecutionException e) {
      unanswered = !open.begun();
      if (e.getCause() instanceof SendFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      if (!done) {
        var _ = channel.close();
      }
    }
  }

  private static FullHttpRequest encode(HttpRequest request) {
    FullHttpRequest written =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1,
            HttpMethod.valueOf(request.method()),
            request.target(),
            Unpooled.wrappedBuffer(request.body()),
            DefaultHttpHeadersFactory.headersFactory().withValidation(false),
            DefaultHttpHeadersFactory.trailersFactory());
    HttpHeaders headers = written.headers();
    Responses.copy(request.headers(), headers);
    if (Responses.chunked(request.headers())) {
      headers.remove("Content-Length");
    } else if (request.body().length > 0 || headers.contains("Content-Length")) {
      headers.set("Content-Length", Integer.toString(request.body().length));
    }
    return written;
  }
}
