package dev.skybridge.network.fabric;

import dev.skybridge.network.http.HttpResponse;
import dev.skybridge.network.http.SendFailure;
import dev.skybridge.network.http.SendFailure.Kind;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Collects the answers on one connection of a client: one request is open at a time. The state
 * belongs to the connection's event loop, but for {@link #expect}, which the sender calls while
 * nothing is open.
 */
final class ClientExchange extends ChannelInboundHandlerAdapter {
  private static final int MAXIMUM_BODY = 64 << 20;

  private final Body body = new Body(MAXIMUM_BODY);
  private volatile @Nullable Open open;
  private io.netty.handler.codec.http.@Nullable HttpResponse head;

  /**
   * An answer.
   *
   * @param reusable whether the connection may carry another request
   */
  record Answered(HttpResponse response, boolean reusable) {}

  /** A request whose answer is awaited. */
  static final class Open {
    private final CompletableFuture<Answered> answer = new CompletableFuture<>();
    private volatile boolean begun;

    CompletableFuture<Answered> answer() {
      return answer;
    }

    /** Whether anything of an answer came. */
    boolean begun() {
      return begun;
    }

    void fail(Kind kind, String detail) {
      answer.completeExceptionally(new SendFailure(kind, detail));
    }
  }

  /** The next answer on this connection. */
  Open expect() {
    Open next = new Open();
    open = next;
    return next;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      Open now = open;
      if (now == null) {
        var _ = context.close();
        return;
      }
      if (message instanceof io.netty.handler.codec.http.HttpResponse read) {
        begin(context, now, read);
      }
      if (message instanceof HttpContent content && head != null) {
        content(context, now, head, content);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    Open now = open;
    if (now != null) {
      now.fail(Kind.RESET, "the target closed the connection before its answer was complete");
    }
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof IdleStateEvent && open == null) {
      var _ = context.close();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    Open now = open;
    if (now != null) {
      now.fail(Kind.RESET, "the connection failed: " + cause.getMessage());
    }
    var _ = context.close();
  }

  private void begin(
      ChannelHandlerContext context, Open now, io.netty.handler.codec.http.HttpResponse read) {
    now.begun = true;
    int status = read.status().code();
    if (read.decoderResult().isFailure()) {
      malformed(context, now, String.valueOf(read.decoderResult().cause().getMessage()));
    } else if (read.protocolVersion().majorVersion() != 1) {
      malformed(context, now, read.protocolVersion().text());
    } else if (status == HttpResponseStatus.SWITCHING_PROTOCOLS.code() || status > 599) {
      malformed(context, now, "status " + status);
    } else if (status >= 200) {
      head = read;
    }
  }

  private void content(
      ChannelHandlerContext context,
      Open now,
      io.netty.handler.codec.http.HttpResponse read,
      HttpContent content) {
    if (content.decoderResult().isFailure()) {
      boolean cut = !context.channel().isActive();
      if (!cut) {
        malformed(context, now, String.valueOf(content.decoderResult().cause().getMessage()));
      }
    } else if (!body.add(content.content())) {
      malformed(context, now, "the body is too large");
    } else if (content instanceof LastHttpContent) {
      head = null;
      open = null;
      boolean http10 = read.protocolVersion().equals(HttpVersion.HTTP_1_0);
      HttpResponse response =
          new HttpResponse(
              read.status().code(),
              read.status().reasonPhrase(),
              RequestHead.headers(read.headers()),
              body.take());
      boolean reusable =
          context.channel().isActive() && !Responses.closes(response.headers(), http10);
      now.answer.complete(new Answered(response, reusable));
    }
  }

  private void malformed(ChannelHandlerContext context, Open now, String detail) {
    open = null;
    head = null;
    now.fail(Kind.MALFORMED, "the target's answer is malformed: " + detail);
    var _ = context.close();
  }
}
